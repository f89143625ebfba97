using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>The checklist before results go public: what the agency declared, and which question the panel answered on it.</summary>
/// <param name="Version">Version of the checklist.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Items">The items in order.</param>
public sealed record PublicationCheckView(string Version, string Source, IReadOnlyList<ChecklistItemView> Items)
{
    /// <summary>The checklist of a publication check; null for other kinds, and for a checklist that is not known any more.</summary>
    internal static PublicationCheckView? Of(Review review, ProjectRequest? project)
    {
        var checklist = PublicationChecklist.Shipped;
        if (review.Checklist != checklist.Version)
            return null;
        var first = review.Questions.Count - checklist.Items.Count + 1;
        return new(checklist.Version, checklist.Source, [.. checklist.Items.Select((item, i) => new ChecklistItemView(
            item.Id, item.Title, item.LooksAt, item.DeclaredIn(project?.Publication ?? new()), first + i))]);
    }
}

/// <summary>One item of the checklist.</summary>
/// <param name="Id">labels, comparators, small-numbers or deficit-framing.</param>
/// <param name="Title">What it is called.</param>
/// <param name="LooksAt">What is right.</param>
/// <param name="Declared">What the agency said of it; absent when it did not.</param>
/// <param name="Question">Number of the question that the panel answered on it.</param>
public sealed record ChecklistItemView(string Id, string Title, string LooksAt, string? Declared, int Question);
