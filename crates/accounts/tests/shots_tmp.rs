//! tmp
#![allow(clippy::unwrap_used)]
use accounts::NewAccount;
use kernel::{Actor, Lang};
use people::NewPerson;
use web::{Outside, Site};
#[test]
fn serve() {
    let fresh = testkit::sqlite();
    let outside = Outside { base_url: "http://localhost:18080".into(), loopback: true, observe: true };
    let site = Site::build(fresh.db.clone(), vec![accounts::slice()], outside, accounts::hooks(), None).unwrap();
    let op = || Actor { operator: true, ..Actor::default() };
    let (ada, cookie, path) = fresh.db.write_now(move |tx| {
        let path = accounts::prepare_set_up(tx)?.unwrap();
        let ada = people::add_person(tx, &op(), &NewPerson::new("Ada", "Beispiel"))?;
        accounts::open_account(tx, &op(), &NewAccount { person: ada, mail: "ada@example.org", lang: Lang::De })?;
        let jo = people::add_person(tx, &op(), &NewPerson::new("Jo", "Muster"))?;
        accounts::open_account(tx, &op(), &NewAccount { person: jo, mail: "ada@example.org", lang: Lang::De })?;
        accounts::open_session(tx, ada, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604.1")?;
        Ok((ada, accounts::open_session(tx, ada, "Firefox/ Linux")?.value, path))
    }).unwrap();
    println!("COOKIE {cookie}\nSETUP {path}");
    let rt = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let db = fresh.db.clone();
    rt.block_on(async move {
        let l = tokio::net::TcpListener::bind("127.0.0.1:18080").await.unwrap();
        web::run(site, l, async move {
            tokio::time::sleep(std::time::Duration::from_secs(20)).await;
            let link = db.write(move |tx| {
                accounts::make_operator(tx, &op(), ada, tx.today())?;
                accounts::invite_by_operator(tx, "http://localhost:18080", &NewPerson::new("Kim", "Neu"), "kim@example.org")
            }).await.unwrap().link;
            std::fs::write("/tmp/g/acc_link", link).unwrap();
            tokio::time::sleep(std::time::Duration::from_secs(90)).await;
        }).await.unwrap();
    });
}
