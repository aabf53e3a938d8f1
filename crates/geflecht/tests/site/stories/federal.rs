//! N6 and N9: a cooperation both sides may know of, without naming who belongs to the one.

use crate::world::reading;

#[test]
fn n9_the_cooperation_is_named_and_nobody_in_it_is() {
    reading(|world| {
        let page = world.visitor().get("/netzwerke/lgbtqia-gleichstellung");
        page.is(200).shows("Gleichstellung");
        world.visitor().get("/netzwerke/bag").is(200).shows("BAG");
    });
}
