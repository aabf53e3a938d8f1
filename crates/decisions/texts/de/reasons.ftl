# Was an Regeln oder Zahlen nicht stimmt
bad-long = Die Regeln sind zu umfangreich.
# $line, $column
bad-read = Die Regeln sind nicht lesbar: Zeile { $line }, Zeichen { $column }.
bad-parameter = Eine Angabe „{ $key }“ gibt es in den Regeln nicht.
# $name, $what
bad-at = { $name }: { $what }
bad-clause-number = Bitte nennen Sie die Fundstelle in einer Zeile mit höchstens 60 Zeichen.
bad-clause-text = Bitte geben Sie den Wortlaut an, höchstens 2.000 Zeichen.
bad-challenge = Listen und Stimmzettel werden zwölf Monate aufbewahrt; länger kann die Frist nicht sein.
bad-period = Eine Frist ist mindestens eins und höchstens 730 Tage, 104 Wochen, 120 Monate oder 20 Jahre.
bad-more-than-all = Mehr als alle kann niemand verlangen.
bad-abstentions = Enthaltungen zählen nur bei abgegebenen oder gültigen Stimmen mit.
bad-invalid = Ungültige Stimmen zählen nur bei abgegebenen Stimmen mit.
bad-chair = Die Stimme des Vorsitzes entscheidet nur, wo mehr als die Hälfte von Ja und Nein nötig ist.
bad-shortened = Die verkürzte Frist muss kürzer sein als die Ladungsfrist, und jemand muss kürzen können.
bad-quorum-vacant = Unbesetzte Sitze zählen nur mit, wenn an den Sitzen mit Stimme gemessen wird.
bad-quorum-none = Ohne Mindestzahl gibt es nichts zu bezweifeln und keine zweite Ladung.
bad-quorum-proxies = Vollmachten können nicht mitzählen, wenn es keine gibt.
bad-number = Die Zahl ist zu groß oder zu klein.
bad-circular-period = Für Beschlüsse außerhalb von Sitzungen ist eine Frist nötig.
bad-circular-reminder = Die Erinnerung muss in die Frist fallen.
bad-also = Jede Form der Wahl steht nur einmal in den Regeln.
bad-third = Einen dritten Wahlgang gibt es nur nach einem zweiten.
bad-term-unit = Eine Amtszeit zählt in Monaten oder Jahren.
bad-term-missing = Das setzt eine Amtszeit mit Ende voraus.
bad-spread = Nennen Sie mindestens eine Zahl; die kleinste darf nicht größer sein als die größte.
bad-pattern = Das Muster braucht genau eine Nummer und sonst nur Buchstaben, Ziffern und einfache Zeichen.
bad-own-matter = In einem Verein gilt das immer; auch die Satzung kann davon nicht abweichen (§§ 34, 40 BGB).
bad-pattern-year = Wenn die Zählung jedes Jahr neu beginnt, gehört das Jahr in die Nummer.
bad-informal = Wer nicht förmlich abstimmt, hat keine Mindestzahl, keine Vollmachten und keine geheime Abstimmung.
# $votes, $present
bad-votes-present = Es sind { $votes } Stimmen gezählt, aber nur { $present } anwesend.
# $present, $entitled
bad-present-entitled = Es sind { $present } Stimmen anwesend, aber nur { $entitled } stimmberechtigt.
# $ballots, $entitled
bad-ballots-entitled = Es sind { $ballots } Stimmzettel gezählt, aber nur { $entitled } stimmberechtigt.
bad-sum = Die von Hand gezählten Stimmen gehen nicht auf.
bad-candidates = Jede Nummer auf dem Stimmzettel muss genau einmal vorkommen.
bad-places = Es muss mindestens einen Platz geben, bei der Einzelwahl genau einen.
bad-round = Diesen Wahlgang sehen die Regeln nicht vor.
bad-reserved = Für die Gebiete sind mehr Plätze freizuhalten, als zu besetzen sind.
bad-lot-none = Hier entscheidet nicht das Los.
bad-lot-drawn = Gezogen werden müssen { $places } von denen, die gleich viele Stimmen haben.
