using System.Text.Json.Nodes;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Texts;

namespace CtVoice.Core.Reviews;

/// <summary>The first decision of a review: a project was received.</summary>
public static class Submitting
{
    /// <summary>A review of <paramref name="project"/>, which the intake check found complete.</summary>
    /// <param name="id">Id of the review.</param>
    /// <param name="project">The project.</param>
    /// <param name="policy">The rules it will run by.</param>
    /// <param name="salt">32 random bytes, hex.</param>
    /// <param name="keyId">The key it came under.</param>
    /// <param name="now">When it was received.</param>
    public static Decision Decide(string id, ProjectRequest project, ReviewPolicy policy, string salt, string keyId, DateTimeOffset now)
    {
        IReadOnlyList<ResidentQuestion> questions = [.. project.Questions.Select(ReadyQuestions.Shipped.Spell)];
        var review = new Review
        {
            Id = id,
            Agency = project.Agency,
            Title = project.Title,
            Policy = policy,
            PseudonymSalt = salt,
            SubmittedAt = now,
            StageSince = now,
            Agencies = [.. project.SharingAgencies.Select(a => a.Agency).Prepend(project.Agency).Distinct(StringComparer.Ordinal)],
            Questions = questions,
            Texts = ProjectDrafts.Of(project, questions, now),
        };
        var entry = LedgerDraft.Of("project-submitted", Actor.Agency(project.Agency),
            ("title", project.Title), ("key", keyId), ("policy", policy.Version),
            ("questions", project.Questions.Count), ("agencies", new JsonArray([.. review.Agencies.Select(a => (JsonNode)a)])));
        return new(now, review, entry) { Effects = [new Effect.StartReview()] };
    }
}
