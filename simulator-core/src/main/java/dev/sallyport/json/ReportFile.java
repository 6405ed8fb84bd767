package dev.sallyport.json;

import dev.sallyport.run.RunResult;
import java.util.Optional;

/**
 * The file {@code report.json}: a run's result with everything that a later rendering or comparison needs.
 *
 * @param tool what wrote it, {@code sallyport 0.1.0}
 */
public record ReportFile(String tool, RunResult run) {

    /** Returns the file's text. */
    public String write() {
        return Json.writePretty(RunForm.of(Optional.of(FileHead.SCHEMA), Optional.of(tool), run));
    }

    /**
     * Reads a file's text.
     *
     * @param source how errors name it, {@code old/report.json}
     * @throws MalformedJsonException where it is cut off, of another schema, or no report
     */
    public static ReportFile read(String source, String text) {
        FileHead head = FileHead.read(source, text);
        if (head.kind().isPresent()) {
            throw new MalformedJsonException(
                    source,
                    "",
                    "it is what `" + head.kind().get() + "` recorded, no report: `sallyport judge` makes one of it");
        }
        RunForm form = Json.read(source, text, RunForm.class);
        return new ReportFile(form.tool().orElse("an unnamed tool"), form.run());
    }
}
