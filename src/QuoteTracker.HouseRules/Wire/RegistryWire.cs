using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Rules;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>The newsroom as plain data: its registry, and what its articles say.</summary>
internal static class RegistryWire
{
    public static void Write(WireWriter to, Registry registry) => to.Many(registry.Entries, entry =>
    {
        to.Text(entry.Id);
        to.Text(entry.Name);
        to.Byte((byte)entry.Kind);
        to.Many(entry.Aliases, to.Text);
        to.Optional(entry.Pronouns);
        to.Many(entry.Roles, role =>
        {
            to.Text(role.Title);
            to.Optional(role.Of);
            to.Optional(role.From);
            to.Optional(role.Until);
        });
        to.Many(entry.Links, to.Text);
        to.Optional(entry.Note);
        WriteLocation(to, entry.Location);
    });

    public static Registry Read(WireReader from) => new(from.Many(static entry => new RegistryEntry
    {
        Id = entry.Text(),
        Name = entry.Text(),
        Kind = entry.Enum<EntityKind>(),
        Aliases = entry.Many(static alias => alias.Text()),
        Pronouns = entry.OptionalText(),
        Roles = entry.Many(static role => new Role(role.Text(), role.OptionalText(), role.OptionalDate(), role.OptionalDate())),
        Links = entry.Many(static link => link.Text()),
        Note = entry.OptionalText(),
        Location = ReadLocation(entry),
    }));

    public static void Write(WireWriter to, ArticleSummary article)
    {
        to.Text(article.Path);
        WriteLocation(to, article.Location);
        to.Optional(article.Date);
        to.Many(article.Statements, statement =>
        {
            to.Text(statement.Id);
            to.Byte((byte)statement.Kind);
            to.Double(statement.Confidence);
            WriteLocation(to, statement.Location);
            to.Text(statement.Words);
            to.Optional(statement.Cue);
            to.Optional(statement.Speaker);
            to.Optional(statement.SpeakerId);
            to.Bool(statement.IsAnonymous);
        });
    }

    public static ArticleSummary ReadSummary(WireReader from) => new()
    {
        Path = from.Text(),
        Location = ReadLocation(from),
        Date = from.OptionalDate(),
        Statements = from.Many(static statement => new StatementSummary
        {
            Id = statement.Text(),
            Kind = statement.Enum<AttributionKind>(),
            Confidence = statement.Double(),
            Location = ReadLocation(statement),
            Words = statement.Text(),
            Cue = statement.OptionalText(),
            Speaker = statement.OptionalText(),
            SpeakerId = statement.OptionalText(),
            IsAnonymous = statement.Bool(),
        }),
    };

    public static void WriteLocation(WireWriter to, Location location)
    {
        var lines = location.GetLineSpan();
        to.Text(lines.Path ?? "");
        to.Span(location.SourceSpan);
        foreach (var position in (ReadOnlySpan<LinePosition>)[lines.StartLinePosition, lines.EndLinePosition])
        {
            to.Int(position.Line);
            to.Int(position.Character);
        }
    }

    public static Location ReadLocation(WireReader from)
    {
        string path = from.Text();
        var span = from.Span();
        int line = from.Int(), character = from.Int(), endLine = from.Int(), endCharacter = from.Int();
        if (line < 0 || character < 0 || (endLine, endCharacter).CompareTo((line, character)) < 0) throw new InvalidDataException("A place has no sense.");
        return path.Length == 0 ? Location.None : Location.Create(path, span, new LinePositionSpan(new(line, character), new(endLine, endCharacter)));
    }
}
