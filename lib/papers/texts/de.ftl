page = Seite
of = von
too-long = Dieses Dokument ist zu lang für eine Datei. Bitte teilen Sie es auf.
too-wide = Eine Tabelle in diesem Dokument hat zu viele Spalten. Höchstens zwölf passen auf eine Seite.
too-deep = Eine Liste in diesem Dokument ist zu tief geschachtelt. Höchstens drei Stufen gehen.
