//! Values of parameters in forms: written from the rules, read back into them. Choices are worded by the rules' own
//! sentences, so that what is chosen reads as it will stand on the page.

use kernel::Lang;
use serde_json::{Value, json};
use web::{Ask, Fields, FormView};

use super::shapes::{BASES, OF, SHORTENERS, Shape, With};
use crate::{
    rules::{self, Fraction, Parameter, RuleSet},
    words::T,
};

/// Every field a value may have.
pub const NAMES: [&str; 12] =
    ["value", "unit", "count", "by", "more", "share", "base", "tie", "abstentions", "invalid", "least", "most"];
/// The highest number a form takes.
const HIGHEST: u16 = 1_000;
/// The longest line.
const LINE: usize = 60;
const UNITS: [&str; 5] = ["none", "days", "weeks", "months", "years"];

/// The field problems of a whole value are shown at.
#[must_use]
pub const fn first_field(shape: Shape) -> &'static str {
    match shape {
        Shape::Number | Shape::Most => "count",
        Shape::Period | Shape::Shortened => "unit",
        Shape::Need => "more",
        Shape::Share | Shape::Majority(false) => "share",
        _ => "value",
    }
}

/// The value of a parameter, as in the JSON.
#[must_use]
pub fn value_of(set: &RuleSet, key: &str) -> Option<Value> {
    let whole = serde_json::to_value(set).ok()?;
    whole.pointer(&format!("/{}/value", key.replace('.', "/"))).cloned()
}

/// A parameter in words, whether the body votes formally or not.
#[must_use]
pub fn described(set: &RuleSet, key: &str, lang: Lang) -> Option<Parameter> {
    let mut set = set.clone();
    if key != "formal" {
        // Informal bodies do not show every parameter, but each has its words.
        set.formal.value = true;
    }
    rules::describe(&set, lang).into_iter().flat_map(|s| s.parameters).find(|p| p.key == key)
}

/// How a value would read, whether the rules as a whole allow it or not.
fn worded(set: &RuleSet, key: &str, value: &Value, lang: Lang) -> Option<String> {
    let mut whole = serde_json::to_value(set).ok()?;
    *whole.pointer_mut(&format!("/{}/value", key.replace('.', "/")))? = value.clone();
    let set: RuleSet = serde_json::from_value(whole).ok()?;
    described(&set, key, lang).map(|p| p.value)
}

type Written = Vec<(&'static str, String)>;

/// What stands in the fields for a value.
#[must_use]
pub fn written(shape: Shape, value: &Value) -> Written {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match shape {
        Shape::Flag => vec![("value", if value == &Value::Bool(true) { "ja" } else { "nein" }.to_owned())],
        Shape::Number | Shape::Most => vec![("count", value.as_u64().map(|n| n.to_string()).unwrap_or_default())],
        Shape::Text | Shape::Words(_) => vec![("value", text(value))],
        Shape::Several(_) => value.as_array().into_iter().flatten().map(|word| ("value", text(word))).collect(),
        Shape::Mixed(_, more) => match tagged(value) {
            Some((word, inner)) => {
                let mut all = vec![("value", word.to_owned())];
                match more.iter().find(|(name, _)| *name == word).map(|(_, with)| with) {
                    Some(With::Share) => all.push(("share", text(inner))),
                    Some(With::Need) => all.extend(need_written(inner)),
                    Some(With::Number) => all.push(("count", inner.to_string())),
                    None => {}
                }
                all
            }
            None => vec![("value", text(value))],
        },
        Shape::Period => period_written(value),
        Shape::Shortened => {
            let mut all = period_written(&value["period"]);
            all.push(("by", text(&value["by"])));
            all
        }
        Shape::Need => need_written(value),
        Shape::Share => vec![("share", text(value))],
        Shape::Majority(_) if value.is_null() => vec![("value", "none".to_owned())],
        Shape::Majority(_) => {
            let mut all =
                vec![("value", "some".to_owned()), ("base", text(&value["base"])), ("tie", text(&value["tie"]))];
            all.extend(need_written(&value["need"]));
            all.extend((value["abstentions"] == true).then(|| ("abstentions", "ja".to_owned())));
            all.extend((value["invalid"] == true).then(|| ("invalid", "ja".to_owned())));
            all
        }
        Shape::Hurdle(_) => match tagged(value) {
            Some((word, inner)) => {
                let mut all = vec![("value", word.to_owned()), ("base", text(&inner[0]))];
                all.extend(need_written(&inner[1]));
                all
            }
            None if value.is_null() => vec![("value", "none".to_owned())],
            None => vec![("value", text(value))],
        },
        Shape::Balance => match tagged(value) {
            Some((word, inner)) => vec![
                ("value", word.to_owned()),
                ("least", inner["least"].to_string()),
                ("most", inner["most"].to_string()),
            ],
            None => vec![("value", text(value))],
        },
    }
}

/// The one name of an object and what stands under it.
fn tagged(value: &Value) -> Option<(&str, &Value)> {
    value.as_object()?.iter().next().map(|(name, inner)| (name.as_str(), inner))
}

fn period_written(value: &Value) -> Written {
    match tagged(value) {
        Some((unit, count)) => vec![("unit", unit.to_owned()), ("count", count.to_string())],
        None => vec![("unit", "none".to_owned())],
    }
}

fn need_written(value: &Value) -> Written {
    let (more, share) = tagged(value).unwrap_or(("more_than", &Value::Null));
    vec![("more", more.to_owned()), ("share", share.as_str().unwrap_or_default().to_owned())]
}

/// The fields for a parameter.
#[must_use]
pub fn fields(t: T, form: &FormView, set: &RuleSet, key: &str, shape: Shape) -> Vec<String> {
    let lang = t.0;
    let say = |value: &Value, word: &str| worded(set, key, value, lang).unwrap_or_else(|| word.to_owned());
    let plain = |word: &&str| ((*word).to_owned(), say(&json!(word), word));
    let own = |words: &[&str], name: fn(T, &str) -> String| -> Vec<(String, String)> {
        words.iter().map(|word| ((*word).to_owned(), name(t, word))).collect()
    };
    let choice = |options| form.radios("value", t.rulebook_value(), options).to_string();
    let count = || form.text("count", t.rulebook_count()).to_string();
    let share = || form.text("share", t.rulebook_share()).hint(t.rulebook_share_hint()).to_string();
    let more = || {
        form.select("more", t.rulebook_more(), own(&["more_than", "at_least"], |t, w| t.rulebook_more_word(w)))
            .to_string()
    };
    let unit = || {
        let mut options = vec![(
            "none".to_owned(),
            match shape {
                Shape::Period => say(&json!("none"), "–"),
                _ => t.rulebook_unit("none"),
            },
        )];
        options.extend(own(&UNITS[1..], |t, w| t.rulebook_unit(w)));
        form.select("unit", t.rulebook_unit_label(), options).to_string()
    };
    match shape {
        Shape::Flag => {
            choice(vec![("ja".to_owned(), say(&json!(true), "ja")), ("nein".to_owned(), say(&json!(false), "nein"))])
                .into_list()
        }
        Shape::Number => count().into_list(),
        Shape::Most => {
            form.text("count", t.rulebook_count()).hint(t.rulebook_most_hint()).optional().to_string().into_list()
        }
        Shape::Text => {
            form.text("value", t.rulebook_value()).hint(t.rulebook_pattern_hint()).most(60).to_string().into_list()
        }
        Shape::Words(words) => choice(words.iter().map(plain).collect()).into_list(),
        Shape::Several(words) => {
            let options = words.iter().map(|word| ((*word).to_owned(), say(&json!([word]), word))).collect();
            form.boxes("value", t.rulebook_value(), options).to_string().into_list()
        }
        Shape::Mixed(words, with) => {
            let mut options: Vec<(String, String)> = words.iter().map(plain).collect();
            options.extend(with.iter().map(|(word, _)| ((*word).to_owned(), t.rulebook_mixed(word))));
            let mut all = vec![choice(options)];
            let has = |what: With| with.iter().any(|(_, w)| *w == what);
            if has(With::Need) {
                all.extend([more(), share()]);
            }
            if has(With::Share) {
                all.push(share());
            }
            if has(With::Number) {
                all.push(count());
            }
            all
        }
        Shape::Period => vec![unit(), count()],
        Shape::Shortened => {
            let by = own(SHORTENERS, |t, w| t.rulebook_who(w));
            vec![unit(), count(), form.select("by", t.rulebook_by(), by).to_string()]
        }
        Shape::Need => vec![more(), share()],
        Shape::Share => {
            form.text("share", t.rulebook_share()).hint(t.rulebook_share_hint()).optional().to_string().into_list()
        }
        Shape::Majority(optional) => {
            let mut all = Vec::new();
            if optional {
                let words = [("some", t.rulebook_some()), ("none", t.rulebook_none())];
                all.push(choice(words.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec()));
            }
            let yes = |word: &str| vec![("ja".to_owned(), word.to_owned())];
            all.extend([more(), share()]);
            all.push(form.select("base", t.rulebook_base_label(), own(BASES, |t, w| t.rulebook_base(w))).to_string());
            all.push(
                form.boxes("abstentions", t.rulebook_abstentions(), yes(t.rulebook_abstentions_yes())).to_string(),
            );
            all.push(form.boxes("invalid", t.rulebook_invalid(), yes(t.rulebook_invalid_yes())).to_string());
            all.push(
                form.select("tie", t.rulebook_tie(), own(&["rejected", "chair"], |t, w| t.rulebook_tie_word(w)))
                    .to_string(),
            );
            all
        }
        Shape::Hurdle(optional) => {
            let mut options = vec![("most".to_owned(), say(&json!("most"), "most"))];
            options.push(("share".to_owned(), t.rulebook_mixed("share")));
            if optional {
                options.push(("none".to_owned(), say(&Value::Null, "–")));
            }
            let base = form.select("base", t.rulebook_base_label(), own(OF, |t, w| t.rulebook_of(w))).to_string();
            vec![choice(options), more(), share(), base]
        }
        Shape::Balance => {
            let mut options = vec![("none".to_owned(), say(&json!("none"), "–"))];
            options.extend(own(&["check", "constraint"], |t, w| t.rulebook_mixed(w)));
            let number = |name, label, hint| form.text(name, label).hint(hint).to_string();
            vec![
                choice(options),
                number("least", t.rulebook_least(), t.rulebook_least_hint()),
                number("most", t.rulebook_most(), t.rulebook_most_hint_zero()),
            ]
        }
    }
}

/// One field as a list of fields.
trait IntoList {
    fn into_list(self) -> Vec<String>;
}
impl IntoList for String {
    fn into_list(self) -> Vec<String> {
        vec![self]
    }
}

/// What was chosen, as in the JSON; `None` with a problem noted at its field.
#[must_use]
pub fn read(fields: &mut Fields<'_>, ask: &Ask, shape: Shape) -> Option<Value> {
    Some(match shape {
        Shape::Flag => json!(fields.choice("value", &[("ja", true), ("nein", false)])?),
        Shape::Number => json!(count(fields, ask, "count")?),
        Shape::Most if ask.field("count").is_empty() => Value::Null,
        Shape::Most => json!(count(fields, ask, "count")?),
        Shape::Text => {
            json!(fields.needed("value", LINE, "Bitte füllen Sie dieses Feld aus.", "Please fill in this field."))
        }
        Shape::Words(words) => json!(word(fields, "value", words)?),
        Shape::Several(words) => {
            json!(words.iter().filter(|word| ask.every("value").any(|sent| sent == **word)).collect::<Vec<_>>())
        }
        Shape::Mixed(words, with) => {
            let all: Vec<&str> = words.iter().copied().chain(with.iter().map(|(word, _)| *word)).collect();
            let chosen = word(fields, "value", &all)?;
            match with.iter().find(|(word, _)| *word == chosen).map(|(_, with)| with) {
                Some(With::Share) => json!({ chosen: share(fields, ask)? }),
                Some(With::Need) => json!({ chosen: need(fields, ask)? }),
                Some(With::Number) => json!({ chosen: count(fields, ask, "count")? }),
                None => json!(chosen),
            }
        }
        Shape::Period => period(fields, ask)?,
        Shape::Shortened => {
            let (period, by) = (period(fields, ask), word(fields, "by", SHORTENERS));
            json!({ "period": period?, "by": by? })
        }
        Shape::Need => need(fields, ask)?,
        Shape::Share if ask.field("share").is_empty() => Value::Null,
        Shape::Share => json!(share(fields, ask)?),
        Shape::Majority(optional) => {
            if optional && word(fields, "value", &["some", "none"])? == "none" {
                return Some(Value::Null);
            }
            let (need, base) = (need(fields, ask), word(fields, "base", BASES));
            let tie = word(fields, "tie", &["rejected", "chair"]);
            json!({ "base": base?, "need": need?, "tie": tie?, "abstentions": ask.ticked("abstentions"), "invalid": ask.ticked("invalid") })
        }
        Shape::Hurdle(optional) => {
            let words: &[&str] = if optional { &["most", "share", "none"] } else { &["most", "share"] };
            match word(fields, "value", words)? {
                "none" => Value::Null,
                "most" => json!("most"),
                _ => {
                    let (base, need) = (word(fields, "base", OF), need(fields, ask));
                    json!({ "share": [base?, need?] })
                }
            }
        }
        Shape::Balance => match word(fields, "value", &["none", "check", "constraint"])? {
            "none" => json!("none"),
            chosen => {
                let (least, most) = (count(fields, ask, "least"), count(fields, ask, "most"));
                json!({ chosen: { "least": least?, "most": most? } })
            }
        },
    })
}

fn word<'a>(fields: &mut Fields<'_>, field: &'static str, words: &[&'a str]) -> Option<&'a str> {
    let pairs: Vec<(&str, &'a str)> = words.iter().map(|word| (*word, *word)).collect();
    fields.choice(field, &pairs)
}

fn count(fields: &mut Fields<'_>, ask: &Ask, field: &'static str) -> Option<u16> {
    let number = ask.field(field).parse().ok().filter(|n| *n <= HIGHEST);
    if number.is_none() {
        fields.refuse(field, "Bitte schreiben Sie eine Zahl von 0 bis 1000.", "Please write a number from 0 to 1000.");
    }
    number
}

/// A share as people write it: `2/3`, with or without spaces.
fn share(fields: &mut Fields<'_>, ask: &Ask) -> Option<Fraction> {
    let typed: String = ask.field("share").chars().filter(|c| !c.is_whitespace()).collect();
    let typed = typed.replace('⁄', "/");
    let found = typed.parse().ok();
    if found.is_none() {
        fields.refuse(
            "share",
            "Bitte schreiben Sie einen Anteil wie 2/3, höchstens 1/1.",
            "Please write a share such as 2/3, at most 1/1.",
        );
    }
    found
}

fn need(fields: &mut Fields<'_>, ask: &Ask) -> Option<Value> {
    let (more, share) = (word(fields, "more", &["more_than", "at_least"]), share(fields, ask));
    Some(json!({ more?: share? }))
}

fn period(fields: &mut Fields<'_>, ask: &Ask) -> Option<Value> {
    let unit = word(fields, "unit", &UNITS)?;
    if unit == "none" { Some(json!("none")) } else { Some(json!({ unit: count(fields, ask, "count")? })) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::rules::shapes::shape;

    fn keys(set: &RuleSet) -> Vec<&'static str> {
        rules::describe(set, Lang::De).into_iter().flat_map(|s| s.parameters).map(|p| p.key).collect()
    }

    #[test]
    fn every_parameter_has_a_form_and_every_choice_of_it_has_words() {
        for template in rules::templates() {
            let mut set = template.rules.clone();
            set.formal.value = true;
            for key in keys(&set) {
                let shape = shape(key).unwrap_or_else(|| panic!("{key} has no form"));
                let value = value_of(&set, key).unwrap();
                let values = written(shape, &value);
                let pairs: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
                for lang in [Lang::De, Lang::En] {
                    let html = fields(T(lang), &FormView::new(lang, &pairs), &set, key, shape).concat();
                    assert!(!html.contains("\"></label>") && !html.contains(">–<"), "{key}: {html}");
                    if let Shape::Words(words) = shape {
                        for word in words {
                            assert!(worded(&set, key, &json!(word), lang).is_some(), "{key} {word}");
                        }
                    }
                }
                assert!(values.iter().all(|(name, _)| NAMES.contains(name)), "{key}");
            }
        }
        assert_eq!(shape("votes"), None);
    }
}
