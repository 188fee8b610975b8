import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;

/** Writes the text layer of each PDF file of a folder, as Tika reads it, into another folder. Usage: java -cp … Tika.java FROM TO */
class Tika {
    public static void main(String[] folders) throws Exception {
        try (var files = Files.newDirectoryStream(Path.of(folders[0]), "*.pdf")) {
            for (Path file : files) Files.writeString(Path.of(folders[1], file.getFileName() + ".txt"), read(file));
        }
    }

    private static String read(Path file) {
        var text = new BodyContentHandler(-1);
        try (var bytes = Files.newInputStream(file)) {
            new AutoDetectParser().parse(bytes, text, new Metadata(), withoutRecognition());
            return text.toString();
        } catch (Exception error) {
            return "";
        }
    }

    private static ParseContext withoutRecognition() {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        var context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        return context;
    }
}
