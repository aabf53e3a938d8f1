//! What notices say, in both languages.

i18n::texts!();
