using System.Collections.Immutable;
using QuoteTracker.Core.Checking;
using QuoteTracker.Core.Model;

namespace QuoteTracker.HouseRules.Wire;

/// <summary>What is known of an article beyond its text, as plain data.</summary>
internal static class BackgroundWire
{
    public static void Write(WireWriter to, ArticleBackground background)
    {
        to.Int(background.Checks.Count);
        foreach (var (attribution, check) in background.Checks)
        {
            to.Text(attribution);
            to.Byte((byte)check.Verdict);
            to.Byte((byte)check.Speaker);
            to.Bool(check.Passage is not null);
            if (check.Passage is { } passage) WritePassage(to, passage);
            to.Many(check.Edits, edit =>
            {
                to.Span(edit.Written);
                to.Text(edit.WrittenWords);
                to.Span(edit.Said);
                to.Text(edit.SaidWords);
            });
        }
        to.Bool(background.Claims is not null);
        if (background.Claims is { } claims) ClaimWire.Write(to, claims);
    }

    /// <param name="model">The article's.</param>
    public static ArticleBackground Read(WireReader from, ArticleModel model)
    {
        int count = from.Int();
        var checks = ImmutableDictionary.CreateBuilder<string, QuotationCheck>();
        for (; count > 0; count--)
        {
            checks[from.Text()] = new QuotationCheck
            {
                Verdict = from.Enum<Verdict>(),
                Speaker = from.Enum<SpeakerAgreement>(),
                Passage = from.Bool() ? ReadPassage(from) : null,
                Edits = from.Many(static edit => new WordEdit(edit.Span(), edit.Text(), edit.Span(), edit.Text())),
            };
        }
        return ArticleBackground.None with { Checks = checks.ToImmutable(), Claims = from.Bool() ? ClaimWire.Read(from, model) : null };
    }

    private static void WritePassage(WireWriter to, SourcePassage passage)
    {
        to.Text(passage.Path);
        to.Span(passage.Span);
        to.Text(passage.Locator);
        to.Bool(passage.Speaker is not null);
        if (passage.Speaker is { } speaker)
        {
            to.Text(speaker.Name);
            to.Optional(speaker.Id);
        }
        to.Text(passage.Hash);
        to.Optional(passage.Title);
        to.Optional(passage.Date);
        to.Optional(passage.Url);
    }

    private static SourcePassage ReadPassage(WireReader from) => new()
    {
        Path = from.Text(),
        Span = from.Span(),
        Locator = from.Text(),
        Speaker = from.Bool() ? new SourceSpeaker(from.Text(), from.OptionalText()) : null,
        Hash = from.Text(),
        Title = from.OptionalText(),
        Date = from.OptionalDate(),
        Url = from.OptionalText(),
    };
}
