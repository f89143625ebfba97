using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Core.Reviews;

/// <summary>The first decision of a review: a project was received.</summary>
public static class Submitting
{
    // Names are enough to ask about; more would drown the question, so the rest is counted. A member's page has all of them.
    private const int UnlistedTold = 5;

    /// <summary>A review of <paramref name="project"/>, which the intake check found complete.</summary>
    /// <param name="id">Id of the review.</param>
    /// <param name="project">The project.</param>
    /// <param name="policy">The rules it will run by.</param>
    /// <param name="salt">32 random bytes, hex.</param>
    /// <param name="keyId">The key it came under.</param>
    /// <param name="now">When it was received.</param>
    /// <param name="earlier">The review that the project names as its earlier one; null for an initial project.</param>
    /// <param name="expedited">Whether advice is wanted earlier than a regular review gives it.</param>
    /// <param name="catalogue">Version of the catalogue that its elements were checked against.</param>
    /// <param name="closing">The office's closing days.</param>
    public static Decision Decide(
        string id, ProjectRequest project, ReviewPolicy policy, string salt, string keyId, DateTimeOffset now,
        Review? earlier = null, bool expedited = false, string? catalogue = null, ClosingDays? closing = null)
    {
        var checklist = project.Kind is ProjectKind.PublicationCheck ? PublicationChecklist.Shipped : null;
        IReadOnlyList<ResidentQuestion> questions =
            [.. project.Questions.Select(ReadyQuestions.Shipped.Spell), .. checklist?.Questions ?? []];
        var review = new Review
        {
            Id = id,
            Agency = project.Agency,
            Title = ReviewIds.IsPractice(id) ? Practising.Marked(project.Title) : project.Title,
            Policy = policy.For(project.Kind),
            ClosingDays = closing?.Days ?? [],
            BegunBy = ReviewVersions.Newest,
            PseudonymSalt = salt,
            SubmittedAt = now,
            StageSince = now,
            Questions = questions,
            Texts = ProjectDrafts.Of(project, questions, now),
            Agencies = project.Agencies,
            Populations = project.People?.Populations ?? [],
            Sensitive = project.HoldsHealthClaims,
            Unlisted = [.. project.Data.Where(d => d.NotInCatalogue).Take(UnlistedTold)
                .Select(d => $"{d.Name!.Trim()} ({d.Source!.Trim()})")],
            UnlistedMore = Math.Max(0, project.Data.Count(d => d.NotInCatalogue) - UnlistedTold),
            Guardrails = Guardrail.Of(project, policy, now),
            Kind = project.Kind,
            Checklist = checklist?.Version,
            EarlierReview = earlier?.Id,
            FirstReview = earlier is null ? id : earlier.FirstReview ?? earlier.Id,
            Expedite = expedited ? new(project.AdviceBy!.Value, project.ExpediteReason!) : null,
        };
        var entry = LedgerDraft.Of("project-submitted", Actor.Agency(project.Agency),
            ("title", review.Title), ("key", keyId), ("policy", policy.Version),
            ("kind", project.Kind is ProjectKind.Initial ? null : project.Kind.ToString()), ("earlierReview", review.EarlierReview),
            ("adviceBy", review.Expedite?.AdviceBy.ToString("O", null)), ("expediteReason", review.Expedite?.Reason),
            ("catalogue", catalogue),
            ("questions", project.Questions.Count), ("agencies", new JsonArray([.. review.Agencies.Select(a => (JsonNode)a)])));
        return new(now, review, entry) { Effects = [new Effect.StartReview()] };
    }
}
