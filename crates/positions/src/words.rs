//! What positions say, in both languages.

i18n::texts!();
