//! Papers become files. Word files are written here; a PDF takes typst, which the frame does not know: it is handed a press.

use std::{pin::Pin, sync::Arc};

use kernel::{Error, Result};
use papers::{Format, Paper};

use crate::Site;

/// A PDF to be. When it is dropped, nobody waits for it any more.
pub type Pressed = Pin<Box<dyn Future<Output = Result<Vec<u8>>> + Send>>;

/// What makes a PDF of a paper.
#[derive(Clone)]
pub struct Press(Arc<dyn Fn(Paper) -> Pressed + Send + Sync>);

impl Press {
    /// A press that works so. What it fails with goes to the log, so it must not hold what stands on the paper.
    pub fn new(print: impl Fn(Paper) -> Pressed + Send + Sync + 'static) -> Self {
        Self(Arc::new(print))
    }
    /// Makes one.
    #[must_use]
    pub fn print(&self, paper: Paper) -> Pressed {
        (self.0)(paper)
    }
}

/// The file of a paper.
///
/// # Errors
/// [`Error::Rule`] when there is too much on it; else when there is no press or it fails.
pub(crate) async fn file(site: &Site, (paper, format): (Paper, Format)) -> Result<Vec<u8>> {
    paper.check().map_err(|why| Error::Rule(why.reason()))?;
    match format {
        Format::Docx => {
            let written = tokio::task::spawn_blocking(move || papers::docx(&paper)).await.map_err(Error::internal)?;
            written.map_err(|why| Error::Rule(why.reason()))
        }
        Format::Pdf => match site.press() {
            Some(press) => press.print(paper).await,
            None => Err(Error::internal("this house has no press")),
        },
    }
}
