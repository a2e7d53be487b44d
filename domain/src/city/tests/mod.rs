mod numbers;
mod people;
