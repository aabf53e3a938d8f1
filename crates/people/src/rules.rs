//! What may be written: names, addresses, official keys, appointments. No input or output.

use kernel::{Error, Problem, Reason, Result, Term};

use crate::{Mode, NewTenure, NewTerritory, Tenure, TerritoryLevel};

/// The most characters a name may have.
pub const NAME_MOST: usize = 120;
/// The most characters a longer text may have.
pub const TEXT_MOST: usize = 4000;

/// Collects what is wrong with a form, so that all of it is told at once.
#[derive(Default, Debug)]
pub struct Check(Vec<Problem>);

impl Check {
    /// Nothing wrong so far.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }
    /// Notes the problem of a field and gives back what was good.
    pub fn take<T>(&mut self, field: &'static str, value: Result<T, Reason>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(reason) => {
                self.0.push(Problem { field, reason });
                None
            }
        }
    }
    /// A required name.
    pub fn name(&mut self, field: &'static str, text: &str) -> String {
        self.take(field, name(text)).unwrap_or_default()
    }
    /// A name that may be left empty.
    pub fn name_or_none(&mut self, field: &'static str, text: Option<&str>) -> Option<String> {
        self.take(field, filled(text).map(name).transpose()).flatten()
    }
    /// An address that may be left empty.
    pub fn mail(&mut self, field: &'static str, text: Option<&str>) -> Option<String> {
        self.take(field, filled(text).map(mail).transpose()).flatten()
    }
    /// A telephone number that may be left empty.
    pub fn phone(&mut self, field: &'static str, text: Option<&str>) -> Option<String> {
        self.take(field, filled(text).map(phone).transpose()).flatten()
    }
    /// The address of a page that may be left empty.
    pub fn website(&mut self, field: &'static str, text: Option<&str>) -> Option<String> {
        self.take(field, filled(text).map(website).transpose()).flatten()
    }
    /// A text of several lines that may be left empty.
    pub fn text(&mut self, field: &'static str, value: Option<&str>) -> Option<String> {
        self.take(field, filled(value).map(text).transpose()).flatten()
    }
    /// Notes a problem unless the condition holds.
    pub fn that(&mut self, holds: bool, field: &'static str, reason: impl FnOnce() -> Reason) {
        if !holds {
            self.0.push(Problem { field, reason: reason() });
        }
    }
    /// Ends the check.
    ///
    /// # Errors
    /// [`Error::Form`] with everything that is wrong.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Form(self.0)) }
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|t| !t.is_empty())
}

/// Characters that nobody sees but that change what is read: controls, direction overrides (UAX #9), zero widths.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A name: trimmed, 1 to 120 characters, at least one letter or digit, nothing invisible. Markup needs no care
/// here, because every page escapes what it shows.
///
/// # Errors
/// With the sentence for the field.
pub fn name(text: &str) -> Result<String, Reason> {
    let name = text.trim();
    if name.is_empty() {
        return Err(Reason::new("Bitte füllen Sie dieses Feld aus.", "Please fill in this field."));
    }
    if name.chars().count() > NAME_MOST {
        return Err(Reason::new(
            format!("Bitte kürzen Sie auf höchstens {NAME_MOST} Zeichen."),
            format!("Please shorten this to at most {NAME_MOST} characters."),
        ));
    }
    visible(name, false)?;
    if !name.chars().any(char::is_alphanumeric) {
        return Err(Reason::new(
            "Bitte schreiben Sie mindestens einen Buchstaben oder eine Ziffer.",
            "Please write at least one letter or digit.",
        ));
    }
    Ok(name.to_owned())
}

/// A text of several lines: trimmed, at most 4000 characters, line breaks as `\n`, nothing else invisible.
///
/// # Errors
/// With the sentence for the field.
pub fn text(text: &str) -> Result<String, Reason> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim();
    if text.chars().count() > TEXT_MOST {
        return Err(Reason::new(
            format!("Bitte kürzen Sie auf höchstens {TEXT_MOST} Zeichen."),
            format!("Please shorten this to at most {TEXT_MOST} characters."),
        ));
    }
    visible(text, true)?;
    Ok(text.to_owned())
}

fn visible(text: &str, lines: bool) -> Result<(), Reason> {
    let hidden = text.chars().any(|c| is_invisible(c) && !(lines && matches!(c, '\n' | '\t')));
    if hidden {
        return Err(Reason::new(
            "Der Text enthält unsichtbare Zeichen. Bitte tippen Sie ihn neu, statt ihn einzufügen.",
            "The text contains invisible characters. Please type it instead of pasting it.",
        ));
    }
    Ok(())
}

/// A mail address: `local@domain`, ASCII, at most 254 characters (RFC 5321 4.5.3.1), the domain in small letters.
///
/// # Errors
/// With the sentence for the field.
pub fn mail(text: &str) -> Result<String, Reason> {
    let text = text.trim();
    let wrong = || {
        Reason::new(
            "Bitte schreiben Sie eine Mailadresse wie name@stadt.example.",
            "Please write a mail address such as name@town.example.",
        )
    };
    let (local, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
    let atom = |c: u8| c.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&c);
    let local_good =
        (1..=64).contains(&local.len()) && local.split('.').all(|part| !part.is_empty() && part.bytes().all(atom));
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    let top = domain.rsplit('.').next().unwrap_or_default();
    let domain_good = domain.contains('.')
        && domain.split('.').all(label)
        && top.len() >= 2
        && !top.bytes().all(|c| c.is_ascii_digit());
    if !local_good || !domain_good || text.len() > 254 {
        return Err(wrong());
    }
    Ok(format!("{local}@{}", domain.to_ascii_lowercase()))
}

/// A telephone number as people write it: digits, blanks and `+ ( ) / - .`, 3 to 40 characters.
///
/// # Errors
/// With the sentence for the field.
pub fn phone(text: &str) -> Result<String, Reason> {
    let text = text.trim();
    let allowed = |c: char| c.is_ascii_digit() || " +()/-.".contains(c);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits < 3 || text.len() > 40 || !text.chars().all(allowed) {
        return Err(Reason::new(
            "Bitte schreiben Sie eine Telefonnummer wie 0241 432-0.",
            "Please write a telephone number such as 0241 432-0.",
        ));
    }
    Ok(text.to_owned())
}

/// The address of a page: `https://` or `http://`, at most 300 characters, no blanks.
///
/// # Errors
/// With the sentence for the field.
pub fn website(text: &str) -> Result<String, Reason> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|r| r.split(['/', '?', '#']).next().unwrap_or_default()).unwrap_or_default();
    let bad = |c: char| c.is_whitespace() || is_invisible(c) || "<>\"'`\\".contains(c);
    if !host.contains('.') || host.starts_with('.') || host.contains('@') || text.len() > 300 || text.chars().any(bad) {
        return Err(Reason::new(
            "Bitte schreiben Sie eine Adresse wie https://www.stadt.example.",
            "Please write an address such as https://www.town.example.",
        ));
    }
    Ok(text.to_owned())
}

/// The key names are sorted by: family, then given, folded.
#[must_use]
pub fn person_sort_name(given: &str, family: &str) -> String {
    format!("{} {}", i18n::fold(family), i18n::fold(given))
}

/// How many digits the official key has on a tier; regions without key have none.
#[must_use]
pub const fn ags_digits(level: TerritoryLevel) -> Option<usize> {
    match level {
        TerritoryLevel::Federal => None,
        TerritoryLevel::Land => Some(2),
        TerritoryLevel::Region => Some(3),
        TerritoryLevel::District => Some(5),
        TerritoryLevel::Municipality => Some(8),
    }
}

/// Whether a territory may have this key.
///
/// # Errors
/// With the sentence for the field.
pub fn ags(new: &NewTerritory) -> Result<Option<String>, Reason> {
    let Some(key) = filled(new.ags.as_deref()) else { return Ok(None) };
    let digits = ags_digits(new.level);
    if digits != Some(key.len()) || !key.bytes().all(|b| b.is_ascii_digit()) {
        let most = digits.unwrap_or(0);
        return Err(Reason::new(
            format!("Der Amtliche Gemeindeschlüssel hat auf dieser Ebene {most} Ziffern."),
            format!("The official key has {most} digits on this level."),
        ));
    }
    Ok(Some(key.to_owned()))
}

/// Whether a territory of one tier can lie in one of another: only in a greater one, so that nothing lies in itself.
///
/// # Errors
/// With the sentence for the field.
pub fn lies_within(level: TerritoryLevel, above: TerritoryLevel) -> Result<(), Reason> {
    if above < level {
        return Ok(());
    }
    Err(Reason::new(
        "Ein Gebiet liegt in einem größeren. Bitte wählen Sie eine höhere Ebene.",
        "A territory lies in a greater one. Please choose a higher level.",
    ))
}

/// The keys of everything a key lies in, nearest first: `05334002` in `05334`, `053`, `05`.
#[must_use]
pub fn keys_above(ags: &str) -> Vec<String> {
    [5, 3, 2].into_iter().filter(|n| *n < ags.len()).filter_map(|n| ags.get(..n)).map(str::to_owned).collect()
}

/// A period from its two days.
///
/// # Errors
/// When it would have no day.
pub fn term(from: kernel::Day, until: kernel::Day) -> Result<Term, Reason> {
    Term::new(from, until)
        .ok_or_else(|| Reason::new("Das Ende liegt vor dem Anfang.", "The end lies before the beginning."))
}

/// Whether an appointment can be entered beside those the post has. Overlaps are shared posts and allowed; the
/// same person twice at once in the same way is a mistake.
///
/// # Errors
/// With the sentence.
pub fn may_appoint(new: &NewTenure, term: Term, post: Term, others: &[Tenure]) -> Result<(), Reason> {
    if !post.contains(term.from) || (!post.is_open() && term.until > post.until) {
        return Err(Reason::new(
            "In dieser Zeit gibt es die Stelle nicht.",
            "The post does not exist throughout that time.",
        ));
    }
    let twice = others.iter().any(|t| t.person == new.person && t.mode == new.mode && t.term.overlaps(&term));
    if twice {
        return Err(Reason::new(
            "Die Person ist für diese Zeit schon eingetragen.",
            "The person is already entered for that time.",
        ));
    }
    let both = others.iter().any(|t| {
        t.person == new.person && (t.mode == Mode::Deputy) != (new.mode == Mode::Deputy) && t.term.overlaps(&term)
    });
    if both {
        return Err(Reason::new(
            "Niemand vertritt sich selbst: Bitte beenden Sie zuerst den anderen Eintrag.",
            "Nobody deputises for herself: please end the other entry first.",
        ));
    }
    Ok(())
}

/// The period a name was borne that gives way on `day`, after the names before it.
///
/// # Errors
/// When a newer name was in use on that day.
pub fn had_name(former: &[crate::FormerName], of: Term, day: kernel::Day) -> Result<Term, Reason> {
    let from = former.iter().map(|f| f.term.until).max().unwrap_or(of.from);
    Term::new(from, day).ok_or_else(|| {
        Reason::new("An diesem Tag galt schon ein neuerer Name.", "A newer name was in use on that day already.")
    })
}

/// The period a tenure has once it ends with the given day, which no longer belongs to it.
///
/// # Errors
/// When it would never have begun, or when it ended earlier already.
pub fn ended(term: Term, until: kernel::Day) -> Result<Term, Reason> {
    if until <= term.from {
        return Err(Reason::new("Das Ende liegt vor dem ersten Tag.", "The end lies before the first day."));
    }
    if until > term.until {
        return Err(Reason::new("Es endet schon früher.", "It ends earlier already."));
    }
    Ok(Term { from: term.from, until })
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
