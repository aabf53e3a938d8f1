//! What meetings say, in both languages.

i18n::texts!();
