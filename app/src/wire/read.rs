//! Reads data out of JSON with the browser's own parser.
//!
//! A reader that checks and may fail at every field of every type was a fifth of the bundle. This one
//! never fails: what is missing or of another kind reads as empty, and the answer of a newer server than
//! this page is from still shows what both know.

use serde::Deserializer;
use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;
use web_sys::js_sys::{Array, JSON, Object, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// The data; `None` when the text is no JSON.
pub fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    let value = Value(JSON::parse(json).ok()?);
    match T::deserialize(value) {
        Ok(data) => Some(data),
        Err(never) => match never {},
    }
}

/// The error that is never made, so that the compiler leaves its ways out.
#[derive(Debug)]
pub enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::de::Error for Never {
    /// Called by a type that refuses a value it was given; data of pages holds no such type.
    fn custom<T: fmt::Display>(_: T) -> Self {
        unreachable!()
    }
}

struct Value(JsValue);

impl Value {
    #[inline(never)]
    fn text(self) -> String {
        self.0.as_string().unwrap_or_default()
    }

    #[inline(never)]
    fn number(self) -> f64 {
        self.0.as_f64().unwrap_or_default()
    }

    #[inline(never)]
    fn member(&self, name: &str) -> Value {
        Value(Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default())
    }

    #[inline(never)]
    fn items(self) -> Array {
        if Array::is_array(&self.0) { self.0.unchecked_into() } else { Array::new() }
    }

    #[inline(never)]
    fn names(&self) -> Array {
        self.0.dyn_ref::<Object>().map(Object::keys).unwrap_or_default()
    }

    /// Which of the variants, and what it holds; the last stands for those that are not known here.
    #[inline(never)]
    fn variant(self, variants: &[&str]) -> Variant {
        let (name, content) = if self.0.is_object() {
            let name = Value(self.names().get(0)).text();
            let content = self.member(&name);
            (name, content)
        } else {
            (self.text(), Value(JsValue::UNDEFINED))
        };
        let last = variants.len().saturating_sub(1);
        let index = variants.iter().position(|known| **known == name).unwrap_or(last);
        Variant { index: u32::try_from(index).unwrap_or_default(), content }
    }
}

/// Numbers of pages are counts: small and whole.
macro_rules! numbers {
    ($($read:ident $visit:ident $number:ty;)+) => {$(
        fn $read<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.number() as $number)
        }
    )+};
}

impl<'de> Deserializer<'de> for Value {
    type Error = Never;

    numbers! {
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_u64 visit_u64 u64;
        deserialize_f32 visit_f32 f32;
        deserialize_f64 visit_f64 f64;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_string(self.text())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.0.is_truthy())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.0.is_null() || self.0.is_undefined() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let items = self.items();
        let end = items.length();
        visitor.visit_seq(Items { items, next: 0, end })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Never> {
        let end = u32::try_from(length).unwrap_or_default();
        visitor.visit_seq(Items { items: self.items(), next: 0, end })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let names = self.names();
        visitor.visit_map(Members { of: self, names, next: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields { of: self, names: fields.iter() })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self.variant(variants))
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// The fields of a record in the order of its type, each there, be it empty.
struct Fields {
    of: Value,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        let name = self.names.next().copied().unwrap_or_default();
        seed.deserialize(self.of.member(name)).map(Some)
    }
}

struct Items {
    items: Array,
    next: u32,
    end: u32,
}

impl Items {
    #[inline(never)]
    fn step(&mut self) -> Option<Value> {
        let here = self.next;
        self.next += 1;
        (here < self.end).then(|| Value(self.items.get(here)))
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Never;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        self.step().map(|item| seed.deserialize(item)).transpose()
    }
}

struct Members {
    of: Value,
    names: Array,
    next: u32,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Never;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Never> {
        (self.next < self.names.length())
            .then(|| seed.deserialize(Value(self.names.get(self.next))))
            .transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Never> {
        let name = Value(self.names.get(self.next)).text();
        self.next += 1;
        seed.deserialize(self.of.member(&name))
    }
}

struct Variant {
    index: u32,
    content: Value,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Never;
    type Variant = Value;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Value), Never> {
        let variant = seed.deserialize(U32Deserializer::new(self.index))?;
        Ok((variant, self.content))
    }
}

impl<'de> VariantAccess<'de> for Value {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields { of: self, names: fields.iter() })
    }
}
