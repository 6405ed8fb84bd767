package dev.sallyport.yaml;

/** Where a node stands, and who is told of its problems. */
record Place(String file, String key, Problems problems) {
    Place child(String name) {
        return new Place(file, key.isEmpty() ? name : key + "." + name, problems);
    }

    Place item(int index) {
        return new Place(file, key + "[" + index + "]", problems);
    }

    /** What stands below something already reported says nothing more: one mistake, one problem. */
    Place silent() {
        return new Place(file, key, new Problems());
    }

    void problem(int line, String message) {
        problems.add(file, line, key, message);
    }
}
