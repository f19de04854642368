using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using QuoteTracker.Core.Claims;
using QuoteTracker.Core.Model;
using QuoteTracker.Core.Speakers;
using QuoteTracker.Ide.Edits;
using QuoteTracker.Workspace;
using QuoteTracker.Workspace.House;
using QuoteTracker.Workspace.Speakers;

namespace QuoteTracker.Ide.Renaming;

/// <summary>Renames a speaker in the registry and in every article of the newsroom that names it; its id in the registry and wherever the newsroom's files have it.</summary>
public static class SpeakerRename
{
    private const int LongestName = 500;

    private static readonly EditNote _here = new("Articles that are open", "The name where an article in the editor has it", NeedsConfirmation: false);
    private static readonly EditNote _registry = new("Registry of speakers", "The entry's own names", NeedsConfirmation: false);
    private static readonly EditNote _elsewhere = new("Articles that are not open", "The name where an article on disk has it", NeedsConfirmation: true);
    private static readonly EditNote _configuration = new("Configuration", "The rules of the newsroom's own that are about the speaker", NeedsConfirmation: false);
    private static readonly EditNote _ledger = new("Ledger of claims", "Who said it, by the entries", NeedsConfirmation: false);
    private static readonly EditNote _quoted = new("Words in quotation marks", "Somebody said the old name: to change it changes the quotation", NeedsConfirmation: true);

    /// <exception cref="RenameRefusedException">There is no speaker at the place.</exception>
    public static RenameTarget At(OpenFile file, int offset)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Role switch
        {
            FileRole.Article => InArticle(file.Model!, offset),
            FileRole.Registry when file.Newsroom.RegistryDocument is { } registry => InRegistry(registry, offset),
            _ => throw new RenameRefusedException("Only speakers can be renamed: in an article, or in the registry of speakers."),
        };
    }

    /// <param name="mayAsk">False where nobody is asked before the edit is made: then quoted words stay as they were said.</param>
    /// <exception cref="RenameRefusedException">There is no speaker at the place, or the new name cannot be its name.</exception>
    public static ImmutableArray<FileEdit> Edits(IdeSnapshot snapshot, OpenFile file, int offset, string newName, bool mayAsk, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(newName);
        var target = At(file, offset);
        newName = newName.Trim();
        Check(newName, target, file.Newsroom.Registry);
        if (newName == target.Name) return [];
        if (target.Entry is not { } entry)
            return EditOf(file, new NameChange(target.Name, newName, isPerson: true), entity => entity.Entry is null && entity.Name == target.Name, isOpen: true, mayAsk) is { } only ? [only] : [];

        var registry = file.Newsroom.RegistryDocument!;
        var spans = registry.Find(entry.Id)!;
        if (target.Kind == RenameKind.Id)
        {
            return [RegistryEdit(registry, [RegistryEditor.Write(spans.Id, newName)]), .. ConfigurationEdit(file.Newsroom, words => words == entry.Id, newName), .. LedgerEdit(file.Records.Ledger.Document, entry.Id, newName)];
        }
        var change = new NameChange(target.Name, newName, target.Kind == RenameKind.Speaker && entry.Kind is EntityKind.Person or EntityKind.Unknown);
        var edits = ImmutableArray.CreateBuilder<FileEdit>();
        edits.Add(RegistryEdit(registry, Names(entry, spans, target, change, newName)));
        edits.AddRange(ConfigurationEdit(file.Newsroom, words => words != entry.Id && words.Equals(target.Name, StringComparison.OrdinalIgnoreCase), newName));
        foreach (var article in snapshot.ArticlesOf(file.Tools, text => MayName(text, entry), cancellation))
        {
            if (EditOf(article, change, entity => entity.Entry?.Id == entry.Id, snapshot.File(article.Path) is not null, mayAsk) is { } edit) edits.Add(edit);
        }
        return edits.ToImmutable();
    }

    private static RenameTarget InArticle(ArticleModel model, int offset)
    {
        var mention = model.Mentions.FirstOrDefault(mention => mention.Span.Contains(offset)) ?? model.Mentions.FirstOrDefault(mention => mention.Span.End == offset);
        if (mention is null) throw new RenameRefusedException("There is no speaker here: put the cursor on a speaker's name.");
        string words = model.Article.Text.ToString(mention.Span);
        if (mention.Entity < 0) throw new RenameRefusedException($"Nothing decides who ‘{words}’ is, so it cannot be renamed as a speaker.");
        var entity = model.Entities[mention.Entity];
        if (entity.IsAnonymous) throw new RenameRefusedException($"‘{words}’ is nobody's name.");
        if (mention.Form is MentionForm.Pronoun or MentionForm.Description)
            throw new RenameRefusedException($"‘{words}’ stands for {entity.Name} here: put the cursor on the name to rename the speaker.");
        return new RenameTarget(RenameKind.Speaker, mention.Span, entity.Name, entity.Entry);
    }

    private static RenameTarget InRegistry(RegistryDocument registry, int offset)
    {
        for (int i = 0; i < registry.Spans.Length; i++)
        {
            var (entry, spans) = (registry.Registry.Entries[i], registry.Spans[i]);
            if (spans.Name.IntersectsWith(offset)) return new RenameTarget(RenameKind.Speaker, spans.Name, entry.Name, entry);
            if (spans.Id.IntersectsWith(offset)) return new RenameTarget(RenameKind.Id, spans.Id, entry.Id, entry);
            for (int a = 0; a < spans.Aliases.Length; a++)
            {
                if (spans.Aliases[a].IntersectsWith(offset)) return new RenameTarget(RenameKind.Alias, spans.Aliases[a], entry.Aliases[a], entry);
            }
        }
        throw new RenameRefusedException("There is no speaker here: put the cursor on an entry's name, alias or id.");
    }

    private static void Check(string newName, RenameTarget target, Registry registry)
    {
        if (newName.Length == 0 || newName.Length > LongestName || newName.Any(char.IsControl) || !newName.Any(char.IsLetterOrDigit))
            throw new RenameRefusedException("That is no name: write words, on one line.");
        if (target.Kind == RenameKind.Id)
        {
            if (newName.Any(char.IsWhiteSpace)) throw new RenameRefusedException("An id is one word.");
            if (registry.Entries.Any(other => other.Id == newName && other.Id != target.Entry!.Id)) throw new RenameRefusedException($"The id ‘{newName}’ is taken.");
        }
        else if (registry.Entries.FirstOrDefault(other => other.Id != target.Entry?.Id && other.Aliases.Prepend(other.Name).Contains(newName, StringComparer.OrdinalIgnoreCase)) is { } taken)
            throw new RenameRefusedException($"‘{newName}’ is the name of the entry ‘{taken.Id}’ already.");
    }

    private static IEnumerable<TextChange> Names(RegistryEntry entry, EntrySpans spans, RenameTarget target, NameChange change, string newName)
    {
        if (target.Kind == RenameKind.Alias)
        {
            yield return RegistryEditor.Write(target.Span, newName);
            yield break;
        }
        yield return RegistryEditor.Write(spans.Name, newName);
        for (int i = 0; i < spans.Aliases.Length; i++)
        {
            string alias = change.In(entry.Aliases[i]);
            if (alias != entry.Aliases[i]) yield return RegistryEditor.Write(spans.Aliases[i], alias);
        }
    }

    /// <summary>At most one.</summary>
    private static IEnumerable<FileEdit> ConfigurationEdit(Newsroom newsroom, Func<string, bool> isSpeaker, string newName)
    {
        if (newsroom.ConfigurationDocument is not { } configuration) yield break;
        ImmutableArray<NotedChange> changes = [.. HousePlace.In(configuration.Text).SelectMany(static rule => rule.Speakers).Where(speaker => isSpeaker(speaker.Words))
            .Select(speaker => new NotedChange(RegistryEditor.Write(speaker.Span, newName), _configuration))];
        if (!changes.IsEmpty) yield return new FileEdit(configuration.Path, configuration.Text, changes);
    }

    /// <summary>At most one.</summary>
    private static IEnumerable<FileEdit> LedgerEdit(LedgerDocument? ledger, string id, string newId)
    {
        ImmutableArray<NotedChange> changes = [.. (ledger?.ChangesOfSpeaker(id, newId) ?? []).Select(static change => new NotedChange(change, _ledger))];
        if (!changes.IsEmpty) yield return new FileEdit(ledger!.Path, ledger.Text, changes);
    }

    private static FileEdit RegistryEdit(RegistryDocument registry, IEnumerable<TextChange> changes) =>
        new(registry.Path, registry.Text, [.. changes.OrderBy(static change => change.Span).Select(static change => new NotedChange(change, _registry))]);

    /// <returns>Null where the article does not name the speaker.</returns>
    private static FileEdit? EditOf(OpenFile file, NameChange change, Func<Entity, bool> isSpeaker, bool isOpen, bool mayAsk)
    {
        if (file.Model is not { } model) return null;
        var changes = ImmutableArray.CreateBuilder<NotedChange>();
        foreach (var mention in model.Mentions)
        {
            if (mention.Entity < 0 || mention.Form is not (MentionForm.FullName or MentionForm.ShortName) || !isSpeaker(model.Entities[mention.Entity])) continue;
            bool isQuoted = model.Regions.Any(region => region.Role == RegionRole.Quotation && region.Parts.Any(part => part.Inner.Contains(mention.Span)));
            if (isQuoted && !mayAsk) continue;
            foreach (var made in change.In(file.Text, mention.Span)) changes.Add(new NotedChange(made, isQuoted ? _quoted : isOpen ? _here : _elsewhere));
        }
        return changes.Count == 0 ? null : new FileEdit(file.Path, file.Text, changes.ToImmutable());
    }

    /// <summary>True where a text has the last word of one of the entry's names: the others need no analysis.</summary>
    private static bool MayName(SourceText text, RegistryEntry entry)
    {
        string copy = text.ToString();
        return entry.Aliases.Prepend(entry.Name).SelectMany(static name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(word => copy.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
