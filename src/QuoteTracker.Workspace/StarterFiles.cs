using System.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Workspace;

/// <summary>The files that <c>quotetracker init</c> writes. The same input gives the same bytes.</summary>
public static class StarterFiles
{
    /// <summary>A <c>quotetracker.yaml</c> that says in comments what can be set; what it sets is the default.</summary>
    public static string ConfigurationText => """
        # What QuoteTracker reads in this folder. Every key may be left out; the values here are the defaults.

        # The articles, as patterns from this folder on: * within a name, ** for any folders.
        articles: ["**/*.txt", "**/*.md"]

        # What is not to be read, such as ["archive/**"].
        exclude: []

        language: en

        # The speakers that the newsroom knows.
        registry: speakers.yaml

        # Transcripts and documents to check quotations against (.txt .md .vtt .srt .html). They are not articles.
        sources: ["sources/**"]

        # What was checked, by whom, against what.
        ledger: claims.jsonl

        # How much a rule's findings weigh: off, hint, info, warning or error. 'quotetracker rules' lists the rules.
        rules:
          # unattributed-quotation: error

        """.ReplaceLineEndings("\n");

    private const string RegistryHead = """
        # The people, bodies and documents that this newsroom quotes, one entry each:
        #
        #   - id: vaughn                 # short, unlike every other id
        #     name: Ada Vaughn           # in full, as the newsroom writes it
        #     kind: person               # person, organisation or document
        #     aliases: [Addie Vaughn]    # other names in use
        #     pronouns: she/her
        #     roles:
        #       - { title: Mayor, of: Harrow Bay, from: 2023-11-27, until: null }
        #     links: ["https://example.org/vaughn"]
        #     note: "..."

        """;

    /// <summary>A <c>speakers.yaml</c> with an entry for each proposal, in their order; a name that comes again is left out.</summary>
    public static string RegistryText(IEnumerable<SpeakerProposal> proposals)
    {
        ArgumentNullException.ThrowIfNull(proposals);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var entries = new StringBuilder();
        foreach (var proposal in proposals)
        {
            if (string.IsNullOrWhiteSpace(proposal.Name) || !names.Add(proposal.Name.Trim())) continue;
            var id = SpeakerId.For(proposal, ids);
            ids.Add(id);
            entries.Append(EntryText.Block(id, proposal with { Name = proposal.Name.Trim() }, "  - ", "\n"));
        }
        return RegistryHead.ReplaceLineEndings("\n") + (entries.Length == 0 ? "speakers: []\n" : "speakers:\n" + entries);
    }
}
