//! Imprint, privacy, accessibility, and who runs this.

pub mod files;

use askama::Template;
use kernel::Result;
use web::{Answer, Page, Reading};

use crate::{AccessPage, ImprintPage, OperatorPage, PrivacyPage, RegisterPage, facts::Facts, texts::T};

/// The program's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Where barriers are taken up in North Rhine-Westphalia (§ 10d BGG NRW).
const OMBUDS: &str = "https://www.lbbp.nrw.de/ombudsstelle";

#[derive(Template)]
#[template(path = "imprint.html")]
struct ImprintView {
    t: T,
    facts: Facts,
    privacy: String,
    access: String,
}

pub fn imprint(r: &Reading<'_>, _: ImprintPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let view = ImprintView {
        t,
        facts: Facts::load(r.conn)?,
        privacy: r.viewer.link(&PrivacyPage {}),
        access: r.viewer.link(&AccessPage {}),
    };
    r.page(Page::new(t.imprint()).indexed(t.imprint_description()), &view)
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyView {
    t: T,
    facts: Facts,
    register: String,
    operator: String,
    consents: String,
    account: String,
}

pub fn privacy(r: &Reading<'_>, _: PrivacyPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let v = r.viewer;
    // The pages of one's own account are offered to those who have one.
    let own = |path: &'static str| if v.is_signed_in() { v.link(&path) } else { String::new() };
    let view = PrivacyView {
        t,
        facts: Facts::load(r.conn)?,
        register: v.link(&RegisterPage {}),
        operator: v.link(&OperatorPage {}),
        consents: own("/konto/freigaben"),
        account: own("/konto"),
    };
    r.page(Page::new(t.privacy()).indexed(t.privacy_description()), &view)
}

#[derive(Template)]
#[template(path = "access.html")]
struct AccessView {
    t: T,
    facts: Facts,
    version: &'static str,
    ombuds: &'static str,
}

pub fn access(r: &Reading<'_>, _: AccessPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let view = AccessView { t, facts: Facts::load(r.conn)?, version: VERSION, ombuds: OMBUDS };
    r.page(Page::new(t.access()).indexed(t.access_description()), &view)
}

#[derive(Template)]
#[template(path = "operator.html")]
struct OperatorView {
    t: T,
    facts: Facts,
    version: &'static str,
    privacy: String,
    register: String,
}

pub fn operator(r: &Reading<'_>, _: OperatorPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let view = OperatorView {
        t,
        facts: Facts::load(r.conn)?,
        version: VERSION,
        privacy: r.viewer.link(&PrivacyPage {}),
        register: r.viewer.link(&RegisterPage {}),
    };
    r.page(Page::new(t.operator()).indexed(t.operator_description()), &view)
}
