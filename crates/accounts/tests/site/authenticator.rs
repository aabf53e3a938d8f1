//! A device in software: makes keys and signs, as Web Authentication Level 3 section 6 says.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    digest::{SHA256, digest},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::Value;

use crate::support::{BASE, Browser, Reply};

pub fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A device with one key. What a test changes makes it lie.
pub struct Device {
    key: EcdsaKeyPair,
    pub id: Vec<u8>,
    pub handle: String,
    pub host: &'static str,
    pub origin: &'static str,
    /// Present and verified.
    pub flags: u8,
    pub uses: u32,
    pub kind: Option<&'static str>,
}

impl Device {
    pub fn new() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).unwrap();
        let id = digest(&SHA256, key.public_key().as_ref()).as_ref()[..16].to_vec();
        Self { key, id, handle: String::new(), host: "localhost", origin: BASE, flags: 0x05, uses: 0, kind: None }
    }
    fn client(&self, kind: &str, challenge: &str) -> Vec<u8> {
        let kind = self.kind.unwrap_or(kind);
        format!(
            "{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"{}\",\"crossOrigin\":false}}",
            self.origin
        )
        .into_bytes()
    }
    fn data(&self, more: u8) -> Vec<u8> {
        let mut data = digest(&SHA256, self.host.as_bytes()).as_ref().to_vec();
        data.push(self.flags | more);
        data.extend(self.uses.to_be_bytes());
        data
    }
    /// What the browser fills in after remembering.
    pub fn made(&self, said: &Value) -> Vec<(&'static str, String)> {
        let point = self.key.public_key().as_ref();
        let mut cose = vec![0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32];
        cose.extend(&point[1..33]);
        cose.extend([0x22, 0x58, 32]);
        cose.extend(&point[33..]);
        let mut data = self.data(0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        data.extend(cose);
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt");
        object.push(0x64);
        object.extend(b"none");
        object.push(0x67);
        object.extend(b"attStmt");
        object.push(0xa0);
        object.push(0x68);
        object.extend(b"authData");
        object.extend([0x58, u8::try_from(data.len()).unwrap()]);
        object.extend(data);
        let client = self.client("webauthn.create", said["challenge"].as_str().unwrap());
        vec![
            ("nummer", text(&self.id)),
            ("browser", text(&client)),
            ("geraet", text(&object)),
            ("kennung", said["handle"].as_str().unwrap().to_owned()),
        ]
    }
    /// What the browser fills in after a proof.
    pub fn proof(&self, challenge: &str) -> Vec<(&'static str, String)> {
        let (client, data) = (self.client("webauthn.get", challenge), self.data(0));
        let signed = [&data[..], digest(&SHA256, &client).as_ref()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        vec![
            ("nummer", text(&self.id)),
            ("browser", text(&client)),
            ("geraet", text(&data)),
            ("unterschrift", text(signature.as_ref())),
            ("kennung", self.handle.clone()),
        ]
    }
}

/// What the script of the pages does.
impl Browser<'_> {
    pub fn challenge(&self, path: &str) -> Value {
        let reply = self.post(path, &[]);
        reply.is(200);
        assert_eq!(reply.header("content-type"), "application/json");
        serde_json::from_str(&reply.body).unwrap()
    }
    pub fn send_fields(&self, path: &str, fields: &[(&'static str, String)], more: &[(&str, &str)]) -> Reply {
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        all.extend(more);
        self.post(path, &all)
    }
    /// Remembers a device; the session must be proved freshly.
    pub fn remember(&self, device: &mut Device) -> Reply {
        self.get("/konto/geraete/merken").is(200).says("data-begin=\"/konto/geraete/merken/aufgabe\"");
        let said = self.challenge("/konto/geraete/merken/aufgabe");
        device.handle = said["handle"].as_str().unwrap().to_owned();
        let more = [("name", "Laptop im Büro"), ("weiter", "/konto/geraete")];
        self.send_fields("/konto/geraete/merken", &device.made(&said), &more)
    }
    pub fn sign_in_with(&self, device: &Device) -> Reply {
        let said = self.challenge("/anmelden/geraet/aufgabe");
        assert_eq!(said["known"], Value::Array(vec![]), "nobody is named");
        self.send_fields(
            "/anmelden/geraet",
            &device.proof(said["challenge"].as_str().unwrap()),
            &[("weiter", "/konto")],
        )
    }
    pub fn step_up_with(&self, device: &Device, next: &str) -> Reply {
        let said = self.challenge("/bestaetigen/geraet/aufgabe");
        let fields = device.proof(said["challenge"].as_str().unwrap());
        self.send_fields("/bestaetigen/geraet", &fields, &[("weiter", next), ("stufe", "stark")])
    }
}
