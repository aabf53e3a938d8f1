# Signing in
sign-in = Sign in
sign-in-lead = You need no password. We send you a link and a code.
sign-in-mail-hint = The address your invitation went to.
sign-in-submit = Send link and code
mail = Email
bad-address = Enter a complete email address, for example name@town.example.
code-title = Enter the code
code-lead = If there is an account for this address, we have sent you a link and a code. Both are valid for 10 minutes.
code-lead-sure = We have sent you a link and a code. Both are valid for 10 minutes.
code-lead-link = Open the link in this browser. Or type the code here.
code = Code
code-hint = Six digits. Blanks do no harm.
code-form = The code has six digits.
code-wrong = { $left ->
    [one] This code is not right. You have one try left.
   *[other] This code is not right. You have { $left } tries left.
  }
ask-new = Ask for a new code
to-start = To the start page
choose = Who are you?
choose-lead = This address belongs to several people.
choose-legend = I am
choose-missing = Please choose one of the people.
nothing-asked = No code is waiting here.
nothing-asked-text = Nobody asked for a code in this browser. The code only works in the browser in which you asked for it.
refused = This link is no longer valid.
refused-expired = Link and code are valid for 10 minutes only. Please ask for a new code.
refused-worn = Five codes were wrong. Please ask for a new code.
refused-spent = Link and code have been used already. Each works only once.
refused-withdrawn = The invitation was withdrawn or replaced. Ask the person who invited you.
refused-other-address = You already have an account with another address. Please sign in with that one.
refused-locked = Your account is locked. Please contact whoever runs this site.
refused-not-signed = You are no longer signed in here. Please sign in again.
refused-invitation = Open the link of your invitation again.

own-factor = Your device or your app
own-factor-lead = Several people read this mailbox. So please confirm with something that only you have.
own-factor-other = I am somebody else

# Remembered devices
passkey-use = With this device (PIN, finger)
passkey-failed = That did not work. Try again or choose another way.
passkey-known = This device is remembered already.
passkey-refused = The device could not confirm you. Try again or choose another way.
passkeys = Remembered devices
passkeys-text = With these you sign in without email: by PIN, finger or face. What your device checks does not leave it.
passkey-since = remembered on { $day }
passkey-used = last used: { $day }
passkey-unused = not used yet
passkey-name = Name of the device
passkey-name-hint = You recognise it by this, for example “Laptop at work”.
passkey-name-missing = Please give the device a name.
passkey-rename = Rename
passkey-rename-name = Rename: { $device }
passkey-rename-title = Rename the device
passkey-forget = Forget
passkey-forget-name = Forget: { $device }
passkey-forgotten = The device is forgotten. Nobody can sign in with it any more.
remember = Remember this device
remember-lead = After that you sign in with this device, without any email.
remember-text = Your device asks for PIN, finger or face. We see nothing of that.
remember-without = This browser cannot remember a device here. An app with codes always works.
remember-nowhere = This site runs under an address where browsers remember no device. They need a name instead of numbers and an encrypted connection. An app with codes always works.
remembered = This device is remembered.
offer = Sign in without email?
offer-lead = Remember this device. Next time PIN or finger are enough.

# An app with codes
app = App with codes
app-text = An app shows a new code every 30 seconds, for example FreeOTP or Aegis. It works on any phone and without network.
app-set-up = Set up an app
app-lead = An app on your phone shows codes that only you have.
app-scan = Open the app and scan this picture with the camera.
app-picture = Picture for the app. The text below says the same.
app-type = Without a camera, type this secret into the app:
app-code = Code from the app
app-code-hint = Six digits. The app shows new ones every 30 seconds.
app-confirm = Check code and set up
app-wrong = This code is not right. Check the clock of your phone and take the next code.
app-since = set up on { $day }
app-remove = Remove the app
app-removed = The app is removed.
app-use = Use a code from the app
code-wrong-last = This code is not right. Please wait ten minutes.

# Emergency codes
codes = Emergency codes
codes-first = Your app is set up. Print these codes or write them down.
codes-again = The old codes are no longer valid. Print these or write them down.
codes-text = We show them only now. Each works once, when device or app are not at hand.
codes-done = I have noted them
codes-new = New emergency codes
codes-left = { $count ->
    [0] You have no emergency codes. Make a list for the day when device or app are missing.
    [one] You have one emergency code left.
   *[other] You have { $count } emergency codes left.
  }
emergency-code = Emergency code
emergency-hint = Ten characters from your list.
emergency-form = An emergency code has ten characters, for example abcde-12345.
emergency-use = Use an emergency code

# A link from a mail
link-lead = One more click: this way no mail program can use up the link for you.
link-submit = Sign in now
link-elsewhere = Please open the link where you asked for it.
link-elsewhere-text = This browser did not ask for the link. Open it in the other browser. Or type the code from the mail there.
link-unknown = The link may be incomplete or too old. Please ask for a new one.

# Confirming
step-up = Please confirm that it is you
step-up-lead = This step needs a fresh code. After that we do not ask again for 15 minutes.
step-up-lead-own = This step needs a fresh confirmation. After that we do not ask again for 15 minutes.
step-up-strong = A code by mail is not enough here.
first-factor = Please secure your access first.
first-factor-text = A code by mail is not enough for this step. Remember this device. Or set up an app that shows codes.
first-factor-how = That takes two minutes. Then you go on here.
step-up-submit = Send code
step-up-confirm = Confirm
not-now = Not now

# Invitation
invitation = Accept the invitation
invitation-by = { $name } invites you to { $site }.
invitation-house = You are invited to { $site }.
invitation-about = Invited to
invitation-name = Your name
invitation-until = Valid until
invitation-name-wrong = You can change your name later in your account.
invitation-seen = Who sees what?
invitation-seen-name = Your name is seen by the members of the networks you work in.
invitation-seen-mail = We use this email address for messages to you. It is not in the lists members read.
invitation-seen-more = Everything else you share yourself, field by field. You can take it back at any time.
invitation-seen-operator = Whoever runs { $site } does not read along in the networks.
invitation-consent = Your consent
invitation-consent-yes = I agree that { $site } stores and shows my details in this way.
invitation-consent-missing = Please confirm your consent. We cannot go on without it.
invitation-next = We will then send a code to this address. That is how we know it is you.
invitation-next-here = You are signed in already. One click is enough.
invitation-accept = Accept the invitation
invitation-accepted = You have accepted this invitation already.
invitation-accepted-text = You can sign in with your address.
invitation-expired = The invitation has expired. We are happy to send you a new link.
invitation-renew = Ask for a new link
invitation-renewed = Thank you, we are on it.
invitation-renewed-text = If the invitation still stands, a new link will arrive by mail shortly.
invitation-welcome = Welcome! You are in.

# Inviting
invite-lead = Invite people to this installation. They get seats in the networks.
invite-hint = The link goes to this address. It is valid for 14 days.
invite-submit = Send invitation
invite-sent = The invitation is on its way.
invite-withdrawn = The invitation is withdrawn.
invite-list = Invitations sent
invite-none = No invitation sent yet.
invite-withdraw = Withdraw
invite-withdraw-name = Withdraw the invitation to { $name }
invite-has-account = This person already has an account.
invite-accepted-already = The invitation has been accepted already.
offer-open = open until { $day }
offer-expired = expired on { $day }
offer-withdrawn = withdrawn
offer-accepted = accepted on { $day }

# Account
account = My account
side = My account: sections
side-profile = Profile
side-devices = Devices
side-consent = What others see
side-notices = Mails
side-absence = Absence
side-addresses = Sender addresses
side-data = My data
side-settings = Settings of the installation
side-invitations = Invitations
access = Access
access-text = Link and code go to this address. Others do not see it here.
name = Name
display = Language and colours
display-save = Save display
lang = Language
# Wortwahl: Deutsch
lang-de = Deutsch
lang-en = English
theme = Colours
theme-auto = as the device
theme-light = light
theme-dark = dark
own-posts = My post
own-post-hand-over = Hand the post over
about-me = About me
about-me-save = Save details
given = Given name
family = Family name
person-title = Academic title
form = Form of your official title
form-hint = This is how your office appears: Gleichstellungsbeauftragte, Gleichstellungsbeauftragter or Gleichstellungsstelle.
form-female = female
form-male = male
form-neutral = neutral (as the post is called)
pronouns = Pronouns
private-mail = Private email
private-phone = Private phone
private-hint = Visible only as far as you share it.
save = Save
saved = Saved.
sign-out = Sign out
sign-out-here = Sign out here
signed-out = You are signed out.

# Devices
devices-lead = Sign out what you do not recognise.
device = { $browser } on { $system }
device-system = Browser on { $system }
device-unknown = Unknown device
device-since = signed in since { $day }
device-seen = last used: { $day }
device-here = this device
device-end = Sign out
device-end-name = Sign out: { $device }
device-ended = The device is signed out.
device-gone = This device is no longer signed in.
devices-end-others = Sign out everywhere else
devices-open = You are signed in here
proof-mail = with a code by mail
proof-app = with a code from the app
proof-passkey = with a remembered device
proof-emergency = with an emergency code
proof-set-up = when setting up
proof-given = in the demo
devices-ended = { $count ->
    [0] You were not signed in anywhere else.
    [one] One other device is signed out.
   *[other] { $count } other devices are signed out.
  }

# My data
data-lead = What { $site } stores about you belongs to you.
data-text = You see everything on one page: details, access, posts, seats, releases. From there you can also load it as a file.
data-kept = Codes are deleted after 24 hours, messages after 30 days. Devices disappear 30 days after they were last used.
data-show = See my data
data-all = Everything stored here about you
data-all-lead = Only you see this. The file holds the same for programs.
data-file = Load as a file
data-more = { $count ->
    [one] One more entry is in the file.
   *[other] { $count } more entries are in the file.
  }
data-devices = Devices signed in
data-device = Device
data-proof = Confirmed
data-since = Since
data-seen = Last used
data-opened = Account since
data-left = Left
data-sent = Sent on
data-accepted = Accepted on
data-letters = Messages to you
data-from = From
data-until = Until
data-post = Post
data-organisation = Organisation
data-posts = Posts
data-mode = Kind
data-holder = Holder
data-acting = acting
data-deputy = deputy
data-office-mail = Office email
data-office-phone = Office phone
data-file-reference = File reference
data-absences = Absences
data-history = What you did here
data-at = On
data-about = About
back = Back

# Erasing
erase = Delete my account
erase-hint = You can have everything deleted. Records of office stay, but without your name.
erase-show = Prepare deletion
erase-lead = Read what goes and what stays. Deleting cannot be undone.
erase-before = Do you want to save your data first?
erase-blocked = Something has to be done first:
erase-go-there = Go there
erase-goes = This goes
erase-stays = This stays
erase-name = Your name, your private details and your office contact are deleted.
erase-access = Your account, your devices, your app, invitations and messages to you are deleted. You are signed out everywhere at once.
erase-post = The post { $post } is vacant from today.
erase-log = The log keeps for three years that something happened. It holds numbers only, no name.
erase-backups = Your data stay in backup copies until the copies are overwritten.
erase-last-operator = You are the last person who runs this installation. Please name somebody else first.
erase-legend = Are you sure?
erase-confirm = Yes, delete my account for good.
erase-unconfirmed = Please confirm that your account is to be deleted for good.
erase-submit = Delete for good
erased = Your account is deleted. A mail confirms it.

# Set-up
set-up = Welcome
set-up-lead = A few details and your installation runs. You can change everything later.
set-up-mail-hint = You sign in with it. We send a test mail right away.
set-up-submit = Set up
set-up-waits = This installation is not set up yet.
set-up-waits-text = The address for setting it up is in the output of the program on the server.
set-up-done = The set-up is finished.
set-up-done-text = The set-up code works only once. Sign in with your address.
set-up-dead = This code is not valid. The program shows a new one each time it starts.
yes = Yes
no = No
mail-test = Did the mail arrive?
mail-test-lead = During the set-up a test mail went to { $mail }. It should be there after a minute.
mail-test-yes = Yes, it is here
mail-test-no = No, no mail
mail-test-help = Check the address first. A typing mistake is the most frequent reason.
mail-test-help-spam = Look in the folder for unwanted mail. The filter of your administration may hold it back too.
mail-test-help-server = If both are right, check the details of the mail server in the configuration file.
mail-test-again = Send the test mail again
mail-test-sent = The test mail is on its way.
mail-test-confirmed = Good, mails arrive. Now complete the imprint.
to-settings = To the settings

# Settings
house-lead = These details appear in the imprint and on the pages the law asks for.
house-name = Name of the installation
house-name-hint = It stands at the top of every page, for example “Netz Aachen”.
house-public-body = Does a public body run this site?
house-public-body-hint = Then the accessibility duties of public bodies apply.
house-operator = Who runs this installation?
house-operator-hint = The name of the body or the person.
house-address = Postal address
house-mail = Email for the imprint
house-phone = Phone
house-privacy = Contact for data protection
house-privacy-hint = The data protection officer with an address.
house-access = Contact for accessibility
house-access-hint = People who meet a barrier write here.
need-given = Please enter your given name.
need-family = Please enter your family name.
need-house-name = Please give the installation a name.
need-operator = Please say who runs the installation.

# Letters
letter-code-subject = Your link for signing in
letter-code =
    Hello,

    you want to sign in to { $site }. Open this link in the same browser:

    { $link }

    Or type this code there:

    Code: { $code }

    Link and code are valid for 10 minutes. Do not pass the code on.

    You did not ask for this? Then delete this message. Nothing has happened.
letter-step-up-subject = Your code for confirming
letter-step-up =
    Hello,

    you want to confirm a step at { $site }. Open this link in the same browser:

    { $link }

    Or type this code there:

    Code: { $code }

    Link and code are valid for 10 minutes. Do not pass the code on.

    That was not you? Then sign out all other devices under “My account”.
letter-factor-subject = Your access was changed
letter-factor =
    Hello,

    something about your access to { $site } has changed: { $what }

    That was not you? Then sign in. Under “My account” and “Devices”, sign out all other devices and forget what you do not recognise.
letter-app-set-up = An app with codes is set up.
letter-app-removed = The app with codes is removed.
letter-remembered = A device is remembered.
letter-forgotten = A device is forgotten.
letter-codes = There are new emergency codes.
letter-reset = Whoever runs this site has reset devices, app and emergency codes.
reset-nobody = Nobody of that name has an account at this address.
letter-erased-subject = Your account is deleted
letter-erased =
    Hello,

    Your account at { $site } is deleted. Your name, your details and your access are deleted. Records of office stay without your name.

    We delete this address as this message leaves.
letter-hello = Hello,
letter-invitation-subject = Your invitation
letter-invitation-by = { $name } invites you to { $site }.
letter-invitation-house = You are invited to { $site }.
letter-invitation-about = It is about: { $about }
letter-invitation =
    This link tells you who sees what of you. You can accept there:

    { $link }

    The link is valid for 14 days. You do not want to? Then delete this message.
letter-test-subject = Test mail
letter-test =
    Hello,

    this message shows that { $site } can send mail. Go back to the page and choose “Yes, it is here”.
# What stays with a person who gives up a post
stays-account = Account and devices
stays-account-text = The successor has an account of her own.
stays-own = Private contact data and consents
stays-own-text = They are the person’s and never pass on.
# Another address
address = Change the mail address
address-change = Change the address
address-now = Now: { $mail }
address-lead = We send a code and a link to the new address. The old one is told and can undo the change for 72 hours.
address-new = New mail address
address-hint = If several persons share the mailbox, they read your mails too.
address-send = Send the code
address-same = That is your address already.
address-code = Confirm the new address
address-code-lead = We have sent a code to { $mail }.
address-code-text = Type it in here, or open the link in the mail. Both are valid for an hour. Afterwards you are signed out everywhere else.
address-go = Change the address
address-other = Give another address
address-link-lead = From now on codes and mails go to { $mail }. Everywhere else you are signed out.
address-gone = There is nothing left to confirm here. Give the new address once more.
address-changed = Your address is changed. The old one is told.
address-undo = Undo the change of the address
address-undo-lead = An account that had this address has another one now.
address-undo-text = If that was not you, undo it. The account has this address again and is signed out everywhere.
address-undo-go = Undo
address-undo-gone = This change can no longer be undone. That works for 72 hours only. Who runs the site stands in the imprint.
address-undone = Undone. Sign in and look under “Devices” for what you do not know.
data-address-old = Address before
data-undone = undone
letter-address-subject = Please confirm this address
letter-address =
    Hello,

    this address is to belong to an account at { $site }. Open this link where you are signed in:

    { $link }

    Or type this code in there:

    Code: { $code }

    Both are valid for an hour. Do not pass the code on.

    You did not ask for anything? Then delete this message. Nothing has happened.
letter-address-left-subject = Your address was changed
letter-address-left =
    Hello,

    an account at { $site } had this address and has another one now. Mails about it do not come here any more.

    That was not you? With this link you undo it for 72 hours:

    { $link }
letter-address-back =
    Hello,

    at { $site } the change of an address was undone, from the address before. The account is signed out everywhere.

    Sign in with the address before and look under “My account” and “Devices” for what you do not know.
