package dev.sallyport.json;

import java.util.Optional;

/** What every file begins with; read first, for another schema may mean anything. */
record FileHead(Optional<Object> schema, Optional<String> tool, Optional<String> kind) {

    /** The form this version writes, and the only one it reads. */
    static final int SCHEMA = 1;

    static FileHead read(String source, String text) {
        FileHead head = Json.read(source, text, FileHead.class);
        if (!head.schema.equals(Optional.of(SCHEMA))) {
            throw new MalformedJsonException(source, "", head.otherSchema());
        }
        return head;
    }

    private String otherSchema() {
        String writer = tool.map(name -> ", written by " + name).orElse("");
        return schema.map(found -> "\"schema\" is " + found + writer + "; this version reads schema " + SCHEMA
                        + ": use the version that wrote it, or run again")
                .orElse("there is no \"schema\" in it" + writer + ", so it is no file of Sallyport's");
    }
}
