use super::*;

/// Both files; `¶` stands for a line break inside a text.
fn both(de: &str, en: &str) -> Result<String, Vec<String>> {
    let source = |name: &str, text: &str| [Source::new(name, &text.replace('¶', "\n    "))];
    let (de, en) = (source("de.ftl", de), source("en.ftl", en));
    build(&de, &en).map_err(|faults| faults.iter().map(Fault::to_string).collect())
}

/// The one fault of a pair of files.
#[track_caller]
fn fault(de: &str, en: &str) -> String {
    let faults = both(de, en).expect_err("this must be refused");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.into_iter().next().unwrap()
}

/// The one fault of a German text whose English is fine.
#[track_caller]
fn german(text: &str) -> String {
    let indented = text.replace('\n', "\n    ");
    fault(&format!("one = Eins\n\nkey = {indented}\n"), "one = One\nkey = Fine\n")
}

#[test]
fn a_plain_text_becomes_a_constant() {
    let code = both(
        "members-all = Alle Mitglieder\n    .hint = Auch „ruhende“\n",
        "members-all = All members\n    .hint = Dormant ones too\n",
    )
    .unwrap();
    assert!(code.contains("pub(crate) const fn members_all(self) -> &'static str"), "{code}");
    assert!(code.contains("::i18n::Lang::En => \"All members\","), "{code}");
    assert!(code.contains("pub(crate) const fn members_all_hint(self)"), "{code}");
    assert!(code.contains("#[doc = \"Alle Mitglieder\"]"), "{code}");
}

#[test]
fn variables_become_parameters_in_the_order_the_comment_names() {
    let code = both(
        "# $n, $form, $name\ninvited = { $name } lädt { $n ->¶[one] eine Person¶*[other] { $n } Personen¶} ein, { $form ->¶[short] bald¶*[long] demnächst¶}.\n",
        "invited = { $n ->¶[0] Nobody¶*[other] { $n }¶} invited by { $name }\n",
    );
    let head = "fn invited(self, n: impl ::i18n::Count, form: impl ::core::convert::AsRef<str>, name: impl ::core::fmt::Display)";
    let code = code.unwrap();
    assert!(code.contains(head), "{code}");
    assert!(code.contains("1 | -1 => {") && code.contains("0 => {") && code.contains("\"short\" => {"), "{code}");
}

#[test]
fn a_full_stop_behind_a_value_is_left_out_where_the_value_has_one() {
    let code = both("a = Für { $name }. Und mehr.", "a = For { $name }. And more.").unwrap();
    assert!(code.contains("::i18n::made::stop(&mut text__, \". Und mehr.\");"), "{code}");
}

#[test]
fn the_languages_must_fit() {
    for (de, en, expected) in [
        ("a = Eins\nb = Zwei", "a = One", "de.ftl:2: `b` has no English text"),
        ("a = Eins", "a = One\n\nb = Two", "en.ftl:3: `b` has no German text"),
        ("a = Eins\n    .hint = Hier", "a = One", "de.ftl:2: `a.hint` has no English text"),
        ("a = Für { $name }", "a = For them", "en.ftl:1: `a` does not use `$name`, but de.ftl:1 does"),
        ("a = Für alle", "a = For { $name }", "de.ftl:1: `a` does not use `$name`, but en.ftl:1 does"),
        (
            "a = Noch { $n ->¶[one] einer¶*[other] viele¶}",
            "a = Some left",
            "en.ftl:1: `a` does not use `$n`, but de.ftl:1 does",
        ),
        (
            "a = { $n ->¶[one] eins¶*[other] mehr¶}",
            "a = { $n ->¶[x] one¶*[y] more¶}",
            "de.ftl:1: `$n` is a number in one place and a word in another",
        ),
        (
            "a = { $b } und { $c }",
            "a = { $b } and { $c }",
            "de.ftl:1: `a` takes $b, $c: name them in their order in a comment above it, `# $b, $c`",
        ),
        (
            "# $c, $d\na = { $b } und { $c }",
            "a = { $b } and { $c }",
            "de.ftl:2: `a` takes $b, $c: name them in their order in a comment above it, `# $b, $c`",
        ),
        (
            "# $c, $b\na = { $b } und { $c }",
            "# $b, $c\na = { $b } and { $c }",
            "en.ftl:2: the variables of `a` are named above the German text alone",
        ),
        (
            "a = Eins\n    .hint = { $b } und { $c }",
            "a = One\n    .hint = { $b } and { $c }",
            "de.ftl:2: `a.hint` takes $b, $c: give it a key of its own",
        ),
    ] {
        assert_eq!(fault(de, en), expected);
    }
    // A grammatical form that only one language has is no difference.
    assert!(both("a = { $form ->¶[m] Er¶*[w] Sie¶}", "a = They").is_ok());
}

#[test]
fn mistakes_in_the_files_name_their_line() {
    for (de, expected) in [
        ("a = Eins\n\nb", "de.ftl:3: syntax: "),
        ("a = Eins\nb = Zwei {", "de.ftl:2: syntax: "),
        ("a = Eins\na = Zwei", "de.ftl:2: the key `a` stands here a second time"),
        ("a = { \"\" }", "de.ftl:1: `a` is empty"),
        ("a = { \" \" }", "de.ftl:1: `a` is empty"),
        ("a = { b }", "de.ftl:1: there is no text `b`"),
        ("a = { -b }", "de.ftl:1: there is no term `-b`"),
        ("a = Eins { a }", "de.ftl:1: `a` refers to itself"),
        ("-b = { -c }\n-c = { -b }\na = { -b }", "de.ftl:2: `-b` refers to itself"),
        ("a = { DATETIME($d) }", "de.ftl:1: DATETIME() is not known"),
        ("a = { NUMBER($d, style: \"percent\") }", "de.ftl:1: NUMBER() knows only useGrouping"),
        ("a = { $n ->¶[few] Wenige¶*[other] Viele¶}", "de.ftl:2: German and English know [one]"),
        (
            "a =\n    { $n ->\n        [one] Eins\n        [1] Eins\n       *[other] Viele\n    }",
            "de.ftl:4: [1] is already covered above",
        ),
        ("a = { $n ->¶*[other] Viele¶[0] Keine¶}", "de.ftl:1: the wording marked with * stands last"),
        ("a = { $n ->¶[0] Keine¶*[one] Eins¶}", "de.ftl:3: a choice by number ends with *[other]"),
        ("a = { $n ->¶[0] Keine¶*[viele] Viele¶}", "de.ftl:2: numbers and words cannot be mixed"),
        ("type = Art", "de.ftl:1: `type` cannot be a method"),
        ("Gross = Groß", "de.ftl:1: `Gross` cannot be a method"),
        ("a = Für { $self }", "de.ftl:1: `$self` cannot be a parameter"),
        ("a-b = Eins\na_b = Zwei", "de.ftl:2: `a_b` and `a-b` would be the same method"),
        ("a = Eins{ \"\\u200B\" }", "de.ftl:1: `a` contains the invisible character U+200B"),
        ("a = Ein <b>Sitz</b>", "de.ftl:1: `a` contains `<b`: HTML"),
        ("a = Gleich&shy;stellung", "de.ftl:1: `a` contains `&shy;`: HTML"),
        ("a = { $n ->¶[one] Ein&nbsp;Sitz¶*[other] Sitze¶}", "de.ftl:1: `a` contains `&nbsp;`: HTML"),
        ("a = Rechts{ \"\\u202E\" }", "de.ftl:1: `a` contains the invisible character U+202E"),
    ] {
        // The English file lacks the keys, which is a fault of its own.
        let faults = both(de, "x = X").expect_err(de);
        assert!(faults.iter().any(|fault| fault.starts_with(expected)), "{de}\n{faults:#?}");
    }
}

#[test]
fn a_text_nobody_translated_is_found() {
    let text = "a = Alle sitzen hier gern.\nb = Name\nc = Name, Start, Adresse";
    assert_eq!(fault(text, text), "en.ftl:1: `a` is the same in both languages: it is not translated");
}

#[test]
fn words_that_do_not_belong_on_a_german_page() {
    for (text, word) in [
        ("Ihr Userkonto", "“Userkonto” is not a word for a German page"),
        ("Zum Login-Fenster", "“Login” is not"),
        ("Ihr Dashboard", "“Dashboard” is not"),
        ("Events dieser Woche", "“Events” is not"),
        ("Das gilt bzw. galt", "“bzw” is not"),
        ("Deine Sitze", "“Deine”: people are addressed with Sie"),
        ("Alle Teilnehmer", "“Teilnehmer” means men only: Teilnehmende"),
        ("Mit den Ansprechpartnern", "“Ansprechpartnern” means men only"),
        ("Ein Gleichstellungsbeauftragter", "“Gleichstellungsbeauftragter” means men only"),
        ("Die Kollegen", "“Kollegen” means men only"),
        ("Alle Nutzer:innen", "“Nutzer:in”: a neutral word"),
        ("Alle BürgerInnen", "“BürgerIn”: a neutral word"),
        ("Sprecher/-in", "“Sprecher/-in”: a neutral word"),
        ("Gleich...", "`...` is written …"),
        ("Der \"Ausschuss\"", "`\"` is written „"),
        ("Köln - Bonn", "` - ` is written –"),
    ] {
        let faults = both(&format!("one = Eins\n\nkey = {text}\n"), "one = One\nkey = Fine\n").expect_err(text);
        assert!(
            faults.iter().any(|fault| fault.starts_with("de.ftl:3: ") && fault.contains(word)),
            "{text}: {faults:#?}"
        );
    }
}

#[test]
fn good_german_passes() {
    for text in [
        "Eventuell weiter heute",
        "Rat & Tat; 3 < 5, und <3 & mehr",
        "Gleich\u{ad}stellungs\u{ad}beauftragte",
        "Bürgerinnen und Bürger",
        "Nutzer*innen und Sprecher*in",
        "{ $form ->\n    [m] Gleichstellungsbeauftragter\n   *[w] Gleichstellungsbeauftragte\n    }",
        "Die Delegierten, das Bürgerbüro, die Nutzung",
        "Heute um 9:30 in Köln, Kreis Düren / in der Region",
        "Rückmeldung zu Ihrer Sitzung",
        "Der Mitgliedsbeitrag für innen und außen",
    ] {
        assert_eq!(both(&format!("key = {text}\n"), "key = Fine\n").map(|_| ()), Ok(()), "{text}");
    }
    assert!(both("# Wortwahl: Login, Nutzer\nkey = Login für Nutzer\n", "key = Fine\n").is_ok());
}

#[test]
fn the_line_is_that_of_the_word() {
    assert_eq!(
        german("Erste Zeile\nzweite mit Workflow"),
        "de.ftl:4: “Workflow” is not a word for a German page: Ablauf"
    );
}

#[test]
fn sentences_are_short() {
    let long = "wort ".repeat(26);
    assert_eq!(german(&format!("{}.", long.trim())), "de.ftl:3: a sentence of 26 words; at most 25, better 12");
    let thirteen = format!("{}.", "wort ".repeat(13).trim());
    let many = |n: usize| (0..n).map(|i| format!("k{i} = {thirteen}\n")).collect::<String>();
    let english = |n: usize| (0..n).map(|i| format!("k{i} = Fine\n")).collect::<String>();
    assert!(both(&many(9), &english(9)).is_ok(), "too few sentences for a mean");
    assert_eq!(
        fault(&many(10), &english(10)),
        "de.ftl:1: 10 sentences have 130 words: more than 12 on average; write shorter ones"
    );
}

#[test]
fn what_a_sentence_is() {
    for (text, expected) in [
        ("Mitglieder", vec![]),
        (
            "Der Link gilt nicht mehr. Wir schicken Ihnen einen neuen.",
            vec!["Der Link gilt nicht mehr.", "Wir schicken Ihnen einen neuen."],
        ),
        ("Am 3. März ist Wahl.", vec!["Am 3. März ist Wahl."]),
        ("Alle, z. B. Sie. Gut?", vec!["Alle, z. B. Sie.", "Gut?"]),
        ("Zum Beispiel name@stadt.de.", vec!["Zum Beispiel name@stadt.de."]),
        ("Es gilt „Sie bleiben.“ Danke!", vec!["Es gilt „Sie bleiben.", "“ Danke!"]),
    ] {
        assert_eq!(language::sentences(text), expected, "{text}");
    }
}
