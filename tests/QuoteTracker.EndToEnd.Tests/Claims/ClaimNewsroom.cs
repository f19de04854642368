namespace QuoteTracker.EndToEnd.Tests.Claims;

/// <summary>A newsroom with an article, a transcript and speakers, on disk for one test.</summary>
internal sealed class ClaimNewsroom : IDisposable
{
    public const string Bridge = """
        ---
        title: Bridge & <b>toll</b>
        date: 2026-03-12
        url: https://example.org/news/bridge
        ---
        Bridge shut for good

        “We looked at the bill twice, and it only grew,” Mayor Ada Vaughn said. “Nobody in this room wants a toll.”

        The engineer Cy Orr told the hall: “The steel is tired <script>alert(1)</script> and will not hold another winter.”

        “The ferry will run at night from Monday on,” Vaughn said.

        1. “We counted 14 bolts, and three of them were *missing*,” Orr recalled.
        """;

    private readonly TemporaryFolder _folder = new();

    public ClaimNewsroom()
    {
        _folder.Write("quotetracker.yaml", "articles: [\"news/**\"]\n");
        _folder.Write("speakers.yaml", """
            speakers:
              - id: vaughn
                name: Ada Vaughn
                links: ["https://example.org/mayor"]
              - id: orr
                name: Cy Orr
            """);
        _folder.Write("news/bridge.txt", Bridge);
        _folder.Write("sources/council.vtt", """
            WEBVTT

            00:00:05.000 --> 00:00:09.000
            <v Ada Vaughn>We looked at the bill twice, and it only grew.

            00:00:09.500 --> 00:00:12.000
            <v Ada Vaughn>Nobody in this room wants a toll.

            00:01:02.000 --> 00:01:06.000
            <v Ada Vaughn>The ferry will run until midnight from Monday on.

            00:02:10.000 --> 00:02:15.000
            <v Cy Orr>We counted fourteen bolts, and three of them were missing.
            """);
    }

    public void Dispose() => _folder.Dispose();

    public string Root => _folder.Root;

    public string Ledger => _folder.Read("claims.jsonl");

    public string[] LedgerLines => Ledger.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Article
    {
        get => _folder.Read("news/bridge.txt");
        set => _folder.Write("news/bridge.txt", value);
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs <c>quotetracker claims</c> here.</summary>
    public RunResult Claims(params string[] arguments) => QuoteTrackerProcess.Run(Root, ["claims", .. arguments]);

    public RunResult Run(params string[] arguments) => QuoteTrackerProcess.Run(Root, arguments);

    /// <summary>Fills the ledger from the transcript.</summary>
    public void Verify() => Xunit.Assert.Equal(0, Claims("verify", "news", "--on", "2026-03-13").ExitCode);

    /// <summary>The id of the entry whose words have a word.</summary>
    public string IdOf(string word)
    {
        var line = LedgerLines.Single(line => line.Contains(word, StringComparison.Ordinal));
        return System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
    }
}
