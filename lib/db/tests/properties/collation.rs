//! A PostgreSQL database that orders text otherwise than by bytes is refused.

use db::{Db, Open};

/// Makes a database with that locale and opens it.
fn opened(locale: &str) -> Option<Result<(), String>> {
    let (server, name) = (testkit::server()?, testkit::unique("collation"));
    // An empty one first, for its address.
    let url = testkit::made_on(&server, &name, "template0");
    let mut admin = postgres::Client::connect(server.split('?').next().unwrap(), postgres::NoTls).unwrap();
    admin.batch_execute(&format!("DROP DATABASE {name}")).unwrap();
    admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0 {locale}")).unwrap();
    let open = Open { readers: 1, ..Open::new(url, testkit::clock()) };
    let done = Db::open(&open, &migrations::SCHEMA).map(drop).map_err(|e| e.to_string().replace(&name, "NAME"));
    testkit::drop_on(&server, &name);
    Some(done)
}

#[test]
fn a_database_that_orders_by_bytes_is_opened() {
    for locale in
        ["ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", "ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'"]
    {
        let Some(done) = opened(locale) else { return };
        assert_eq!(done, Ok(()), "{locale}");
    }
}

#[test]
fn a_database_that_orders_otherwise_is_refused_with_the_line_that_makes_a_right_one() {
    for (locale, named) in [
        ("ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de' LC_COLLATE 'C' LC_CTYPE 'C'", "as in de (UTF8)"),
        ("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'", "as in C (SQL_ASCII)"),
    ] {
        let Some(done) = opened(locale) else { return };
        let said = done.unwrap_err();
        assert!(said.contains(named), "{said}");
        assert!(
            said.ends_with("CREATE DATABASE NAME TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
                && said.lines().count() == 1,
            "{said}"
        );
    }
}
