using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Context;

namespace CtVoice.Core.Reviews.Texts;

/// <summary>Which context notes members get with the questions of a review. Pure.</summary>
public static class NotesFor
{
    /// <summary>Notes sent with one text: more would drown the question.</summary>
    public const int Most = 3;

    /// <summary>The notes on the touched populations first, then on the data, that have a sentence in the language.</summary>
    public static IReadOnlyList<AttachedNote> Review(Review review, ProjectRequest project, IEnumerable<ContextNote> notes, string language)
    {
        var populations = review.Assessment?.Touched ?? [];
        var sources = project.Data.Select(d => d.Source).OfType<string>().Concat(review.Agencies).ToList();
        return
        [
            .. notes.Where(n => n.Sentences.ContainsKey(language) && n.Concerns(populations, sources))
                .OrderBy(n => n.Concerns(populations, []) ? 0 : 1).ThenByDescending(n => n.Date).ThenBy(n => n.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(n => new AttachedNote(n.Id, n.Sentences[language], n.Title, n.Link, n.Version, n.Date)),
        ];
    }
}
