package bayan.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalysisMode;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Synonyms of one or several words, in the format of Solr. The rules go through the chain that stands before the
 * filter, so that they are written as people write and still meet the stems.
 */
final class SynonymGraph extends AbstractTokenFilterFactory {

    private final String rules;
    private final boolean expand;
    private final boolean lenient;
    private final AnalysisMode mode;

    SynonymGraph(Context context) {
        super(context.name());
        context.required("synonyms");
        rules = String.join("\n", context.settings().getAsList("synonyms"));
        expand = context.settings().getAsBoolean("expand", true);
        boolean updateable = context.settings().getAsBoolean("updateable", false);
        lenient = context.settings().getAsBoolean("lenient", updateable);
        mode = updateable ? AnalysisMode.SEARCH_TIME : AnalysisMode.ALL;
    }

    @Override
    public AnalysisMode getAnalysisMode() {
        return mode;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException("synonym_graph must know the chain before it");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
        IndexCreationContext context,
        TokenizerFactory tokenizer,
        List<CharFilterFactory> charFilters,
        List<TokenFilterFactory> previous,
        Function<String, TokenFilterFactory> all
    ) {
        TokenFilterFactory[] before = previous.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new);
        SynonymMap synonyms = parse(new CustomAnalyzer(tokenizer, charFilters.toArray(CharFilterFactory[]::new), before));
        return new InChain(name(), synonyms, mode);
    }

    private SynonymMap parse(Analyzer before) {
        try {
            Parser parser = new Parser(before);
            parser.parse(new StringReader(rules));
            return parser.build();
        } catch (IOException | ParseException | IllegalArgumentException problem) {
            throw new IllegalArgumentException("the synonyms of [" + name() + "] cannot be read: " + problem.getMessage(), problem);
        }
    }

    /** The filter once its place is known. */
    private record InChain(String name, SynonymMap synonyms, AnalysisMode mode) implements TokenFilterFactory {
        @Override
        public TokenStream create(TokenStream input) {
            return synonyms.fst == null ? input : new SynonymGraphFilter(input, synonyms, false);
        }

        /** Synonyms are not applied to the rules of a later synonym filter. */
        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }

        @Override
        public AnalysisMode getAnalysisMode() {
            return mode;
        }
    }

    /** With `lenient`, a rule that the chain leaves nothing of is passed over. */
    private final class Parser extends SolrSynonymParser {
        Parser(Analyzer analyzer) {
            super(true, expand, analyzer);
        }

        @Override
        public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
            if (lenient == false || input.length > 0 && output.length > 0) {
                super.add(input, output, includeOriginal);
            }
        }

        @Override
        public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
            try {
                return super.analyze(text, reuse);
            } catch (IllegalArgumentException problem) {
                if (lenient) {
                    return new CharsRef("");
                }
                throw problem;
            }
        }
    }
}
