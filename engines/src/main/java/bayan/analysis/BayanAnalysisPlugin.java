package bayan.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.AnalyzerScope;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Which analysis components does the small server of Maven Central lack that Bayan's mappings use?
 *
 * Each has the name, the settings and the defaults that a full distribution gives it, and is made of the same Lucene
 * class. A setting that is not listed here is refused, so that the small server cannot quietly differ from the full one.
 * Components with a list of settings cannot be used by their bare name: the bare names have other defaults in a full
 * distribution.
 */
public final class BayanAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of("mapping", configured(MappingRules::charFilter, "mappings"));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("ngram", configured(Grams::tokenizer, "min_gram", "max_gram", "token_chars"));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
            Map.entry("arabic_normalization", plain((context) -> Filters.normalizing(context, ArabicNormalizationFilter::new))),
            Map.entry("arabic_stem", plain((context) -> Filters.of(context, ArabicStemFilter::new))),
            Map.entry("asciifolding", plain((context) -> Filters.normalizing(context, ASCIIFoldingFilter::new))),
            Map.entry("decimal_digit", plain((context) -> Filters.normalizing(context, DecimalDigitFilter::new))),
            Map.entry("edge_ngram", configured(Grams::edgeFilter, "min_gram", "max_gram")),
            Map.entry("elision", configured(Filters::elision, "articles", "articles_case")),
            Map.entry("keyword_marker", configured(Filters::keywordMarker, "keywords", "ignore_case")),
            Map.entry("pattern_capture", configured(Filters::patternCapture, "patterns", "preserve_original")),
            Map.entry("pattern_replace", configured(Filters::patternReplace, "pattern", "replacement", "all", "flags")),
            Map.entry("snowball", configured(Stemmers::snowball, "language")),
            Map.entry("stemmer", configured(Stemmers::stemmer, "language")),
            Map.entry("stemmer_override", configured(Stemmers::override, "rules")),
            Map.entry("synonym_graph", configured(SynonymGraph::new, "synonyms", "expand", "lenient", "updateable"))
        );
    }

    /** The stock analyzer, to compare with. */
    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of("arabic", plain((context) -> new PreBuiltAnalyzerProvider(context.name(), AnalyzerScope.INDICES, new ArabicAnalyzer())));
    }

    /** A component without settings: usable by its bare name. */
    private static <T> AnalysisProvider<T> plain(Maker<T> maker) {
        return (index, environment, name, settings) -> maker.make(Context.checked(index, environment, name, settings));
    }

    /** A component that takes `allowed` settings and no other. */
    private static <T> AnalysisProvider<T> configured(Maker<T> maker, String... allowed) {
        return requiresAnalysisSettings(
            (index, environment, name, settings) -> maker.make(Context.checked(index, environment, name, settings, allowed))
        );
    }

    @FunctionalInterface
    private interface Maker<T> {
        T make(Context context);
    }
}
