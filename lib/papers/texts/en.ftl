page = Page
of = of
too-long = This document is too long for one file. Please split it.
too-wide = A table in this document has too many columns. At most twelve fit on a page.
too-deep = A list in this document is nested too deeply. Three levels are the most.
