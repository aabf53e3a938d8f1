//! What typst sees: one template, four fonts and the paper as values. No file, no package, no clock, no network.

use typst::{
    Feature, Features, Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Dict, Duration, Value},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts;

/// The template. Nothing of any paper is ever written into it.
const TEMPLATE: &str = include_str!("template.typ");

/// Where one paper is set.
pub struct Desk {
    language: LazyHash<Library>,
    source: Source,
}

impl Desk {
    /// With these values as `sys.inputs.paper`.
    ///
    /// # Errors
    /// When they are no values of typst.
    pub fn new(values: serde_json::Value) -> Result<Self, String> {
        let paper: Value = serde_json::from_value(values).map_err(|e| e.to_string())?;
        let mut inputs = Dict::new();
        inputs.insert("paper".into(), paper);
        // Cells that head a row can be marked only so.
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(inputs).with_features(features).build();
        let path = VirtualPath::new("template.typ").map_err(|_| "no path".to_owned())?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        Ok(Self { language: LazyHash::new(library), source: Source::new(id, TEMPLATE.to_owned()) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.language
    }
    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }
    fn main(&self) -> FileId {
        self.source.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }
    fn font(&self, index: usize) -> Option<Font> {
        fonts::all().get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
