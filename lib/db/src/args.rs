//! What is bound into a statement.

use kernel::{Day, Id, Level, Moment};

/// One bound value.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// BIGINT.
    Int(i64),
    /// BOOLEAN.
    Bool(bool),
    /// TEXT.
    Text(String),
    /// BLOB or BYTEA.
    Bytes(Vec<u8>),
    /// A list for `IN (:name*)`; an empty one matches nothing.
    Ints(Vec<i64>),
    /// A list of words for `IN (:name*)`.
    Texts(Vec<String>),
}

macro_rules! from {
    ($($type:ty: $value:ident => $made:expr),* $(,)?) => {
        $(impl From<$type> for Value { fn from($value: $type) -> Self { $made } })*
    };
}
from! {
    i64: v => Self::Int(v),
    i32: v => Self::Int(v.into()),
    u32: v => Self::Int(v.into()),
    bool: v => Self::Bool(v),
    &str: v => Self::Text(v.to_owned()),
    &String: v => Self::Text(v.clone()),
    String: v => Self::Text(v),
    Vec<u8>: v => Self::Bytes(v),
    &[u8]: v => Self::Bytes(v.to_vec()),
    Day: v => Self::Text(v.to_string()),
    Moment: v => Self::Int(v.micros()),
    Level: v => Self::Int(v.number()),
    Vec<i64>: v => Self::Ints(v),
    &[i64]: v => Self::Ints(v.to_vec()),
    &Vec<i64>: v => Self::Ints(v.clone()),
    Vec<String>: v => Self::Texts(v),
}
impl<T: ?Sized> From<Id<T>> for Value {
    fn from(id: Id<T>) -> Self {
        Self::Int(id.raw())
    }
}
impl<T> From<Vec<Id<T>>> for Value {
    fn from(ids: Vec<Id<T>>) -> Self {
        Self::Ints(ids.into_iter().map(Id::raw).collect())
    }
}
impl<T> From<&[Id<T>]> for Value {
    fn from(ids: &[Id<T>]) -> Self {
        Self::Ints(ids.iter().map(|id| id.raw()).collect())
    }
}
impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A reader's condition, made by `rights` and written into a statement at `{visible:alias}`.
#[derive(Clone, PartialEq, Debug)]
pub struct Condition {
    /// SQL with `{a}` for the alias; its parameters begin with `v_`.
    pub text: String,
    /// What those parameters are.
    pub args: Vec<(&'static str, Value)>,
}

/// The parameters of one statement, by name.
#[derive(Clone, Debug, Default)]
pub struct Args {
    pub(crate) named: Vec<(&'static str, Value)>,
    pub(crate) visible: Option<Condition>,
}

impl Args {
    /// No parameters.
    #[must_use]
    pub const fn none() -> Self {
        Self { named: Vec::new(), visible: None }
    }
    /// One more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.named.push((name, value.into()));
        self
    }
    /// The reader's condition, for `{visible:alias}`.
    #[must_use]
    pub fn visible(mut self, condition: Condition) -> Self {
        self.named.extend(condition.args.iter().cloned());
        self.visible = Some(condition);
        self
    }
}

/// Names the parameters of a statement: `args! { body: id, day: today }`.
#[macro_export]
macro_rules! args {
    () => { $crate::Args::none() };
    ($($name:ident : $value:expr),+ $(,)?) => { $crate::Args::none()$(.with(stringify!($name), $value))+ };
}
