//! One row of an answer, the same from both drivers.

use kernel::{Day, Error, Id, Level, Moment, Office, Result, Voice};

/// A row; columns are read by their place.
pub enum Row<'a> {
    /// From SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From PostgreSQL.
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// Reads a column.
    ///
    /// # Errors
    /// When there is no such column or it holds something else: a fault of ours.
    pub fn get<T: FromColumn>(&self, place: usize) -> Result<T> {
        T::from_column(self, place)
    }

    /// Reads a text where it lies, without a copy: lists have hundreds of rows with several words and days each.
    ///
    /// # Errors
    /// When there is no such column, it holds something else, or `read` fails.
    pub fn word<T>(&self, place: usize, read: impl FnOnce(Option<&str>) -> Result<T>) -> Result<T> {
        match self {
            Self::Sqlite(row) => {
                read(row.get_ref(place).and_then(|v| Ok(v.as_str_or_null()?)).map_err(Error::internal)?)
            }
            Self::Postgres(row) => read(row.try_get(place).map_err(Error::internal)?),
        }
    }

    fn int(&self, place: usize) -> Result<Option<i64>> {
        match self {
            Self::Sqlite(row) => row.get(place).map_err(Error::internal),
            Self::Postgres(row) => {
                use postgres::types::Type;
                let column = row.columns().get(place).map(|c| c.type_().clone());
                match column {
                    Some(Type::INT8) => row.try_get(place).map_err(Error::internal),
                    Some(Type::INT4) => {
                        row.try_get::<_, Option<i32>>(place).map(|v| v.map(i64::from)).map_err(Error::internal)
                    }
                    Some(Type::BOOL) => {
                        row.try_get::<_, Option<bool>>(place).map(|v| v.map(i64::from)).map_err(Error::internal)
                    }
                    other => Err(Error::internal(format!("column {place} is {other:?}, not a number"))),
                }
            }
        }
    }

    fn text(&self, place: usize) -> Result<Option<String>> {
        match self {
            Self::Sqlite(row) => row.get(place).map_err(Error::internal),
            Self::Postgres(row) => row.try_get(place).map_err(Error::internal),
        }
    }

    fn bytes(&self, place: usize) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Sqlite(row) => row.get(place).map_err(Error::internal),
            Self::Postgres(row) => row.try_get(place).map_err(Error::internal),
        }
    }
}

/// What can be read from a column.
pub trait FromColumn: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// When the column holds something else.
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self>;
}

fn present<T>(value: Option<T>, place: usize) -> Result<T> {
    value.ok_or_else(|| Error::internal(format!("column {place} is empty")))
}

macro_rules! column {
    ($($type:ty: $read:ident($value:ident) => $made:expr),* $(,)?) => {$(
        impl FromColumn for Option<$type> {
            fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
                match row.$read(place)? { Some($value) => Ok(Some($made)), None => Ok(None) }
            }
        }
        impl FromColumn for $type {
            fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
                present(Option::<$type>::from_column(row, place)?, place)
            }
        }
    )*};
}
column! {
    i64: int(v) => v,
    bool: int(v) => v != 0,
    String: text(v) => v,
    Vec<u8>: bytes(v) => v,
    Moment: int(v) => Moment::from_micros(v),
    Level: int(v) => Level::from_number(v),
}
impl FromColumn for Option<Day> {
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        let day = |text: &str| text.parse().map_err(|_| Error::internal(format!("stored day {text}")));
        row.word(place, |text| text.map(day).transpose())
    }
}
impl FromColumn for Voice {
    /// An unknown word gives the least.
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        row.word(place, |word| Ok(Self::from_word(word.unwrap_or_default())))
    }
}
impl FromColumn for Option<Office> {
    /// An unknown word is no office.
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        row.word(place, |word| Ok(word.and_then(Office::from_word)))
    }
}
impl FromColumn for Day {
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        present(Option::<Self>::from_column(row, place)?, place)
    }
}
impl<T> FromColumn for Id<T> {
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        row.get::<i64>(place).map(Self::new)
    }
}
impl<T> FromColumn for Option<Id<T>> {
    fn from_column(row: &Row<'_>, place: usize) -> Result<Self> {
        Ok(row.get::<Option<i64>>(place)?.map(Id::new))
    }
}
