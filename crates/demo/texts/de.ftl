entrance-title = Demo: Netzwerke der Gleichstellung
entrance-lead = Hier sehen Sie neun Netzwerke am 23. November 2026. Kommunen, Netzwerke und Gremien gibt es wirklich. Alle Personen sind erfunden. Sie können alles ausprobieren.
entrance-personas = Wählen Sie eine Person
entrance-as = Ansehen
entrance-as-name = Ansehen als { $name }
entrance-here = Das sind Sie gerade
entrance-networks = Die Netzwerke
entrance-hidden = Ein zehntes Netzwerk ist verborgen. Wer nicht dazugehört, erfährt nichts davon.
entrance-letters = { $count ->
    [0] Noch keine Mail
    [one] Eine Mail
   *[other] { $count } Mails
  }
entrance-letters-text = Mails verlassen die Demo nicht. Sie können sie hier lesen, auch die mit dem Code zum Einloggen.
letters-title = Mails der Demo
letters-lead = Diese Mails hätte das System verschickt, die neueste zuerst.
letters-kept = Aufgehoben werden die letzten { $n }.
letters-back = Zur Demo
letters-none = Noch keine Mail.
letters-none-text = Sobald jemand eine Einladung oder einen Code bekommt, steht die Mail hier.
letters-from = Von { $name }
letters-words = Dieselben Worte ohne Gestaltung
letters-to = An { $address }
letters-calendar = Mit Kalendereintrag
letters-calendar-cancel = Mit Absage für den Kalender
why-mira = Sie sitzt in acht Netzwerken: über ihre Stelle, gewählt, entsandt und als Person. Zwei Amtszeiten enden bald.
why-lag = Sie pflegt 370 Sitze und hat selbst keine Stimme. Zwei Amtszeiten im Sprecherinnengremium enden bald, eine ist schon abgelaufen.
why-rag = Sie pflegt 38 Stellen, den Ausschuss und seine Delegationen. Eine Entsendung hängt in der Luft.
why-ak = Ihr Arbeitskreis stimmt nie förmlich ab. Eine Stelle ist unbesetzt, eine Kollegin wird vertreten.
why-gast = Er arbeitet im Fachausschuss Digitalisierung mit. Vom Verein sieht er nur, was alle sehen.
why-verein = Sie spricht im Frauennetzwerk für einen der sechzig Mitgliedsvereine.
why-stellvertretung = Die Beauftragte ist ein halbes Jahr nicht da. So lange handelt sie für die Stelle.
why-neu = Sie hat die Sitze ihrer Stelle übernommen und noch nichts freigegeben.
why-ehemals = Ihre Stelle und alle Sitze sind auf die Nachfolgerin übergegangen oder beendet.
why-lsbtiq = Wer zu diesem Netzwerk gehört, erfahren nur die Mitglieder.
why-verborgen = Außer den fünf Mitgliedern weiß niemand von diesem Netzwerk.
why-betrieb = Diese Person verwaltet die Installation und liest in keinem Netzwerk mit.
pages-label = Seiten
