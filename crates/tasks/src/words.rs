//! What the rules say, in both languages.

i18n::texts!();
