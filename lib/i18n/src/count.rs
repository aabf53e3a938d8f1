//! Whatever can be counted in a text.

/// A whole number for a text with plural forms. Numbers beyond 64 bits with sign stop at the edge.
///
/// References count too, because templates hand everything in by reference.
pub trait Count {
    /// The number.
    fn count(&self) -> i64;
}

macro_rules! counts {
    ($($kind:ty)*) => {$(
        impl Count for $kind {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(if *self > 0 { i64::MAX } else { i64::MIN })
            }
        }
    )*};
}
counts!(i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize);

impl<C: Count + ?Sized> Count for &C {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_kind_count() {
        assert_eq!([3_u8.count(), (-3_i32).count(), 3_usize.count(), (&&3_i64).count()], [3, -3, 3, 3]);
        assert_eq!([u64::MAX.count(), i128::MIN.count()], [i64::MAX, i64::MIN]);
    }
}
