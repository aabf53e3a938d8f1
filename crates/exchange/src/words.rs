//! What exchange says, in both languages.

i18n::texts!();
