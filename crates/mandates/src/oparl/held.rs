//! Fields of JSON as others fill them: there, missing, or of a type nobody expected. Nothing of a wrong type is kept, and
//! lists end where they get too long, so that memory stays within what the bytes take.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, IgnoredAny, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

/// One field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Held<T> {
    /// Not there, or null.
    #[default]
    Missing,
    /// As expected.
    Is(T),
    /// Something else.
    Wrong,
}

impl<T> Held<T> {
    /// What is there, if anything.
    ///
    /// # Errors
    /// The name of the field, for one of a wrong type.
    pub fn take(self, field: &'static str) -> Result<Option<T>, &'static str> {
        match self {
            Self::Missing => Ok(None),
            Self::Is(it) => Ok(Some(it)),
            Self::Wrong => Err(field),
        }
    }
}

/// What a type takes of what JSON has.
pub trait Shape: Sized {
    /// Of a text.
    fn text(_: &str) -> Held<Self> {
        Held::Wrong
    }
    /// Of a yes or no.
    fn flag(_: bool) -> Held<Self> {
        Held::Wrong
    }
    /// Of a list.
    ///
    /// # Errors
    /// When the rest cannot be read as JSON.
    fn list<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<Held<Self>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Held::Wrong)
    }
    /// Of an object.
    ///
    /// # Errors
    /// When the rest cannot be read as JSON.
    fn object<'de, A: MapAccess<'de>>(mut map: A) -> Result<Held<Self>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Held::Wrong)
    }
}

impl Shape for String {
    fn text(text: &str) -> Held<Self> {
        Held::Is(text.to_owned())
    }
}

impl Shape for bool {
    fn flag(flag: bool) -> Held<Self> {
        Held::Is(flag)
    }
}

/// A list of things; those beyond a number are passed over, and it says so.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct List<T, const MOST: usize> {
    /// What was kept.
    pub all: Vec<T>,
    /// Whether there was more.
    pub cut: bool,
}

impl<T: DeserializeOwned, const MOST: usize> Shape for List<T, MOST> {
    fn list<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<Held<Self>, A::Error> {
        let mut list = Self { all: Vec::new(), cut: false };
        while list.all.len() < MOST {
            match seq.next_element()? {
                Some(one) => list.all.push(one),
                None => return Ok(Held::Is(list)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            list.cut = true;
        }
        Ok(Held::Is(list))
    }
}

/// One address or several: what OParl keeps outside is one list, older servers name each thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Links {
    /// The address of a list.
    List(String),
    /// The addresses of things.
    Each(Vec<String>),
}

impl Shape for Links {
    fn text(text: &str) -> Held<Self> {
        Held::Is(Self::List(text.to_owned()))
    }
    fn list<'de, A: SeqAccess<'de>>(seq: A) -> Result<Held<Self>, A::Error> {
        Ok(match List::<Held<String>, 200>::list(seq)? {
            Held::Is(list) if !list.cut => {
                let whole = list.all.len();
                let texts: Vec<String> = list.all.into_iter().filter_map(|one| one.take("").ok().flatten()).collect();
                if texts.len() == whole { Held::Is(Self::Each(texts)) } else { Held::Wrong }
            }
            _ => Held::Wrong,
        })
    }
}

/// An object of a known form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Object<T>(pub T);

impl<T: DeserializeOwned> Shape for Object<T> {
    fn object<'de, A: MapAccess<'de>>(map: A) -> Result<Held<Self>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|it| Held::Is(Self(it)))
    }
}

struct See<T>(PhantomData<T>);

impl<'de, T: Shape> Visitor<'de> for See<T> {
    type Value = Held<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Held<T>, E> {
        Ok(T::text(text))
    }
    fn visit_bool<E: Error>(self, flag: bool) -> Result<Held<T>, E> {
        Ok(T::flag(flag))
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<Held<T>, E> {
        Ok(Held::Wrong)
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<Held<T>, E> {
        Ok(Held::Wrong)
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Held<T>, E> {
        Ok(Held::Wrong)
    }
    fn visit_unit<E: Error>(self) -> Result<Held<T>, E> {
        Ok(Held::Missing)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Held<T>, A::Error> {
        T::list(seq)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Held<T>, A::Error> {
        T::object(map)
    }
}

impl<'de, T: Shape> Deserialize<'de> for Held<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(See(PhantomData))
    }
}
