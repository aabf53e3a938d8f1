//! What the pages say, in both languages.

i18n::texts!();
