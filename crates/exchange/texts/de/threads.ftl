nav-exchange = Austausch
news-opened = neu im Austausch
news-forwarded = weitergeleitet
news-outcome = Ergebnis im Austausch
# Listen
list-lead = Was in Ihren Netzwerken gefragt, gebeten und mitgeteilt wird.
threads-title = Gespräche
unread-count = { $count ->
    [one] { $count } ungelesen
   *[other] { $count } ungelesen
  }
replies-count = { $count ->
    [0] keine Antwort
    [one] eine Antwort
   *[other] { $count } Antworten
  }
views-label = Welche Gespräche
view-all = Alles
view-questions = Fragen
view-information = Informationen
view-requests = Bitten
view-open = Ohne Ergebnis
networks-label = Aus welchem Netzwerk
networks-all = Alle Netzwerke
topics-label = Zu welchem Thema
topics-all = Alle Themen
pages-label = Seiten
choose-network = Netzwerk zum Schreiben wählen
empty-all = Noch nichts geschrieben.
empty-all-text = Stellen Sie auf der Seite eines Netzwerks die erste Frage.
empty-body = Noch nichts geschrieben.
empty-body-text = Stellen Sie eine Frage. Alle Mitglieder lesen mit.
until-short = Antwort bis { $day }
act-read-all = Alles hier als gelesen markieren
act-read = Als gelesen markieren
note-read = Als gelesen markiert.
released-title = Freigegebene Zahlen
released-text = Die Zahlen nennen keine Einzelheiten.
released-count = { $count ->
    [one] ein vertrauliches Gespräch
   *[other] { $count } vertrauliche Gespräche
  }
released-small = weniger als { $least } vertrauliche Gespräche
# $from, $until, $count
released-line = { $from } bis { $until }: { $count }
# $from, $until, $count, $topic
released-about = { $from } bis { $until }: { $count } zum Thema { $topic }
# Wie etwas steht
kind-question = Frage
kind-information = Information
kind-request = Bitte
level-public = Alle, auch die Öffentlichkeit
level-all-networks = Mitglieder aller Netzwerke
level-network = Mitglieder dieses Netzwerks
level-body = Nur dieses Gremium
pill-unread = ungelesen
pill-confidential = vertraulich
pill-outcome = mit Ergebnis
pill-muted = stumm
pill-hidden = ausgeblendet
pill-helped = hat geholfen
author-former = Ehemaliges Mitglied
author-member = Ein Mitglied
# Ein Gespräch
first-title = Beitrag
replies-title = Antworten
replies-none = Noch keine Antwort.
reply-title = Eine Antwort schreiben
reply-submit = Antwort senden
reply-edit-title = Antwort ändern
by-mail = per E-Mail
edited-at = geändert { $when }
hidden-thread = Ausgeblendet: { $reason }
hidden-reply = Diese Antwort ist ausgeblendet: { $reason }
fact-body = Wo
fact-level = Wer mitliest
fact-asked = Direkt gefragt
home-elsewhere = In einem anderen Netzwerk
# $network, $name, $when
way = Weitergeleitet an { $network } von { $name }, { $when }.
outcome-title = Ergebnis
outcome-owed = Ihre Frage hat Antworten. Was ist daraus geworden?
# $name, $when
outcome-by = Festgehalten von { $name }, { $when }
outcome-submit = Ergebnis speichern
follow-title = Mails zu diesem Gespräch
act-follow = Verfolgen
act-mute = Stumm
act-neither = Wie eingestellt
acts-title = Weiteres
act-helped = Hat geholfen
act-helped-not = Hat doch nicht geholfen
act-edit = Ändern
act-sort = Thema oder Ort ändern
act-forward = Weiterleiten
act-hide = Ausblenden
act-show-again = Wieder zeigen
act-outcome = Ergebnis festhalten
act-outcome-change = Ergebnis ändern
earlier-title = Frühere Fassungen
earlier-heading = Was vorher da stand
earlier-none = Es wurde noch nichts geändert.
earlier-until = galt bis { $when }
earlier-reply = Antwort
back-to-thread = Zurück zum Gespräch
# Schreiben
new-title = Schreiben
new-submit = Veröffentlichen
edit-title = Beitrag ändern
edit-submit = Speichern
field-kind = Was ist es?
field-title = Titel
field-title-hint = Zum Beispiel: Wer hat eine Satzung zu diesem Thema?
field-words = Text
field-words-hint = Absätze, Listen mit Strichen und **fett** werden so angezeigt. Mit @Vorname Nachname fragen Sie jemanden direkt.
field-words-plain = Absätze, Listen mit Strichen und **fett** werden so angezeigt.
field-words-confidential = Beschreiben Sie, was geschah, ohne Namen und Orte, die jemanden erkennbar machen.
field-reply = Ihre Antwort
field-topic = Thema
topic-none = Ohne
field-topic-hint = Nur für „Wer sich mit einem Thema auskennt“
field-until = Antwort bis
field-asked = Wen fragen Sie direkt?
field-asked-hint = Diese Person bekommt gleich eine eigene Mail. Alle anderen lesen es gebündelt.
asked-nobody = Niemanden
field-level = Wer liest mit?
field-confidential = Vertraulich
field-confidential-yes = Ja, das ist vertraulich
field-confidential-hint = Vertrauliches steht in keiner Mail, in keiner Suche und in keiner Liste.
field-checked = Namen
field-checked-yes = Ich habe nachgesehen: Niemand ist erkennbar.
field-place = Wo es steht
field-place-hint = Sie können es in ein anderes Gremium des Netzwerks verschieben.
field-outcome = Was ist daraus geworden?
field-outcome-hint = Ein bis drei Sätze, ohne Namen
field-network = In welches Netzwerk?
field-note = Ein Satz dazu
field-note-hint = Zum Beispiel, warum es dort wichtig ist
field-reason = Grund
field-reason-hint = Wer mitliest, sieht diesen Grund.
forward-title = Weiterleiten
forward-submit = Jetzt weiterleiten
forward-known = Der Weg bleibt sichtbar. Wer in beiden Netzwerken ist, bekommt es einmal.
forward-nowhere = Sie sind in keinem weiteren Netzwerk.
hide-thread-title = Gespräch ausblenden
hide-reply-title = Antwort ausblenden
show-reply-title = Antwort wieder zeigen
count-title = Zahl freigeben
count-submit = Zahl freigeben
count-known = Gezählt werden vertrauliche Gespräche, ohne jede Einzelheit. Unter { $least } steht nur „weniger als“.
count-nowhere = Dieses Netzwerk ist niemandem sonst bekannt. Eine Zahl lässt sich nicht freigeben.
field-from = Vom
field-last = Bis
field-level-count = Wer sieht die Zahl?
# Rückmeldungen
note-written = Veröffentlicht.
note-replied = Antwort gespeichert.
note-saved = Gespeichert.
note-outcome = Ergebnis gespeichert.
note-forwarded = Weitergeleitet.
note-hidden = Ausgeblendet.
note-shown = Wieder zu sehen.
note-helped = Gespeichert.
note-follows = Sie verfolgen dieses Gespräch.
note-muted = Zu diesem Gespräch kommen keine Mails mehr.
note-neither = Es gilt wieder, was Sie für das Netzwerk eingestellt haben.
note-released = Freigegeben.
# Über mich
own-threads = Gespräche, die Sie begonnen haben
own-replies = Ihre Antworten
own-followed = Verfolgte und stumme Gespräche
own-made = Geschrieben am
own-chose = Gewählt
own-follows = verfolgt
own-muted = stumm
own-stays = Was Sie im Austausch geschrieben haben, bleibt ohne Ihren Namen stehen.
own-goes = Was Sie verfolgt und gelesen haben, wird gelöscht.
# Mails
letter-gone = Dieser Link gilt nicht mehr. Nach dem Einloggen lesen Sie unter „Austausch“ weiter.
letter-sign-in = Einloggen und alles sehen
letter-why-wrote = Sie bekommen diese Mail, weil Sie hierher geschrieben haben.
letter-why-held = Sie bekommen diese Mail, weil der Brief einen Namen trägt, der zu Ihnen passt.
letter-why-leads = Sie bekommen diese Mail, weil Sie dort leiten.
letter-why-began = Sie bekommen diese Mail, weil Sie gefragt haben.
letter-why-agrees = Sie bekommen diese Mail, weil Sie sich verabreden.
# $body, $title
letter-asked = Sie werden in { $body } direkt gefragt: { $title }
letter-asked-quiet-subject = Eine Frage an Sie
letter-asked-quiet = Sie werden in einem geschützten Bereich direkt gefragt. Sie lesen es nach dem Einloggen: { $link }
letter-until = Bitte antworten Sie bis { $day }.
letter-answer-here = Hier lesen und antworten Sie: { $link }
letter-unfinished-subject = Was ist daraus geworden?
letter-unfinished = Sie haben gefragt und Antworten bekommen. Halten Sie das Ergebnis in ein bis drei Sätzen fest:
field-files = Dateien
note-file-removed = Die Datei ist entfernt.
# $body, $title
letter-named = Sie werden in { $body } genannt: { $title }
told-mentioned = Sie werden genannt
field-seat = Ich schreibe als
capacity = als { $words }
# $author, $capacity
letter-wrote-as = { $author } schreibt als { $capacity }:
