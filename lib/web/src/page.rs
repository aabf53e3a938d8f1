//! The shell around every page: head, menu, second row, banner of the day, footer.

use askama::Template;
use kernel::{Error, Lang, Result};

use crate::{Answer, Reading, assets, once, texts::T};

/// The second row, inside a network.
#[derive(Clone, Debug, Default)]
pub struct Sub {
    /// The network's short name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// Its hue, 1 to 6.
    pub hue: i64,
    /// Its views: word, address, whether this is the one shown.
    pub items: Vec<(String, String, bool)>,
}

/// What a page says of itself.
#[derive(Clone, Debug)]
pub struct Page {
    title: String,
    nav: &'static str,
    sub: Option<Sub>,
    status: u16,
    indexed: bool,
    description: String,
    dated: bool,
    failed: bool,
}

impl Page {
    /// A page of that title, without the name of the installation.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            nav: "",
            sub: None,
            status: 200,
            indexed: false,
            description: String::new(),
            dated: false,
            failed: false,
        }
    }
    /// Which entry of the main menu it belongs to.
    #[must_use]
    pub const fn nav(mut self, key: &'static str) -> Self {
        self.nav = key;
        self
    }
    /// The second row.
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "the second row is what pages call it; nothing is subtracted")]
    pub fn sub(mut self, sub: Sub) -> Self {
        self.sub = Some(sub);
        self
    }
    /// Another status than 200.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }
    /// Search engines may keep it, described by that sentence.
    #[must_use]
    pub fn indexed(mut self, description: impl Into<String>) -> Self {
        self.indexed = true;
        self.description = description.into();
        self
    }
    /// It can be shown as of another day.
    #[must_use]
    pub const fn dated(mut self) -> Self {
        self.dated = true;
        self
    }
    /// What became of its form: 422 where it was refused, and the title says so; 409 where somebody saved since.
    #[must_use]
    pub fn answering(self, form: &crate::FormView) -> Self {
        match (form.is_overtaken(), form.is_refused()) {
            (true, _) => self.status(409),
            (false, true) => self.refused(),
            (false, false) => self,
        }
    }
    /// Its form was refused: status 422, and the title says so.
    #[must_use]
    pub const fn refused(mut self) -> Self {
        self.status = 422;
        self.failed = true;
        self
    }
}

#[derive(Template)]
#[template(path = "shell.html")]
struct Shell<'a> {
    t: T,
    lang: Lang,
    page: &'a Page,
    site_name: String,
    public_body: bool,
    /// `light` or `dark` when the person chose one.
    theme: &'a str,
    signed: Option<&'a crate::Signed>,
    home: String,
    nav: Vec<(&'static str, String, &'static str, bool)>,
    foot: Vec<(&'static str, String)>,
    search: String,
    inbox: String,
    /// How much needs her.
    waiting: usize,
    account: String,
    sign_in: String,
    demo: Option<&'a crate::DemoBar>,
    banner: Option<(String, String)>,
    note: String,
    other_lang: Option<(Lang, String)>,
    canonical: String,
    german: String,
    english: String,
    today: String,
    /// Whether the day looked at lies ahead.
    ahead: bool,
    css: &'static str,
    js: &'static str,
    fonts: [&'static str; 2],
    content: &'a str,
}

impl Shell<'_> {
    /// Whether the person signed in is this persona, whose words begin with her name.
    fn plays(&self, words: &str) -> bool {
        self.signed.is_some_and(|who| words.split([',', ':']).next().is_some_and(|name| name.ends_with(&who.name)))
    }
}

impl Reading<'_> {
    /// Puts a page into the shell.
    ///
    /// # Errors
    /// When a template fails: a fault of ours.
    pub fn page(&self, page: Page, content: &impl Template) -> Result<Answer> {
        let inner = content.render().map_err(Error::internal)?;
        let settings = db::settings(self.conn)?;
        let (v, t) = (self.viewer, T(self.viewer.lang));
        let public = v.signed.is_none();
        let nav = self.site.nav().into_iter().filter(|n| !public || n.public);
        let path = self.ask.path.clone();
        let english = if path == "/" { "/en".to_owned() } else { format!("/en{path}") };
        let query = self.ask.address().split_off(path.len());
        let dated = page.dated && v.is_past();
        let note: String = self.ask.cookie("note").map(decoded).unwrap_or_default();
        let absolute = |p: &str| self.site.absolute(&p);
        let shell = Shell {
            t,
            lang: v.lang,
            site_name: settings.get("site.name").cloned().unwrap_or_else(|| "Geflecht".to_owned()),
            public_body: settings.get("site.public_body").is_some_and(|b| b == "yes"),
            theme: v.signed.as_ref().map_or("auto", |s| s.theme.as_str()),
            signed: v.signed.as_ref(),
            home: v.link(&"/"),
            nav: nav.map(|n| ((n.label)(v.lang), v.link(&n.path), n.icon, n.key == page.nav)).collect(),
            foot: crate::assets::FOOT.iter().map(|(key, path)| (foot_word(t, key), v.link(path))).collect(),
            search: v.link(&"/suche"),
            inbox: v.link(&"/eingang"),
            waiting: self.site.count_waiting(self)?,
            account: v.link(&"/konto"),
            sign_in: v.link(&"/anmelden"),
            demo: self.site.demo(),
            banner: dated.then(|| (i18n::day_medium(v.lang, v.stand), v.link(&path))),
            // The same question in the other language.
            other_lang: public.then(|| {
                if self.ask.english {
                    (Lang::De, format!("{path}{query}"))
                } else {
                    (Lang::En, format!("{english}{query}"))
                }
            }),
            canonical: absolute(if self.ask.english { &english } else { &path }),
            german: absolute(&path),
            english: absolute(&english),
            today: i18n::day_medium(v.lang, if dated { v.stand } else { v.today }),
            ahead: v.stand > v.today,
            css: assets::css_path(),
            js: assets::js_path(),
            fonts: assets::font_paths(),
            content: &inner,
            page: &page,
            note: note.clone(),
        };
        let html = shell.render().map_err(Error::internal)?;
        let mut answer = Answer::html(page.status, html);
        if !note.is_empty() {
            answer = answer.with_cookie(crate::Cookie { name: "note", value: String::new(), seconds: None }).fresh();
        }
        // Each form has a number of its own, so no two readers may get the same copy.
        if inner.contains(once::MARK) {
            answer = answer.fresh();
        }
        // What speaks of "today" is right until midnight.
        let midnight = v.today.next().at(0, 0);
        answer.expires = Some(answer.expires.map_or(midnight, |e| e.min(midnight)));
        Ok(answer)
    }
}

fn foot_word(t: T, key: &str) -> &'static str {
    match key {
        "imprint" => t.foot_imprint(),
        "privacy" => t.foot_privacy(),
        "access" => t.foot_access(),
        "register" => t.foot_register(),
        _ => t.foot_operator(),
    }
}

fn decoded(value: &str) -> String {
    let pair = format!("n={value}");
    let text = form_urlencoded::parse(pair.as_bytes()).next().map(|(_, v)| v.into_owned()).unwrap_or_default();
    text.chars().filter(|c| !c.is_control() && !crate::is_bidi_control(*c)).take(crate::answer::NOTE).collect()
}

/// The way here: `crumbs(&[("Netzwerke", "/netzwerke")])`, for the top of a page from the second level on.
#[must_use]
pub fn crumbs(lang: Lang, steps: &[(&str, String)]) -> String {
    #[derive(Template)]
    #[template(path = "crumbs.html")]
    struct Crumbs<'a> {
        t: T,
        steps: &'a [(&'a str, String)],
    }
    Crumbs { t: T(lang), steps }.render().unwrap_or_default()
}
