using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Commands;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What addressees answer, promise and deliver, and what the Governing Board decides.</summary>
internal static class AccountabilityRoutes
{
    private const int LongestText = 2000;
    private const int LongestName = 200;

    internal static void MapAccountability(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost<AnswerGiven>("/api/reviews/{id}/recommendations/{number}/answer", AnswerAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("answerRecommendation").WithSummary("Answers one recommendation, in public and in plain words.")
            .WithDescription("A newer answer replaces the one before, which stays public; members learn of it at most weekly. The same "
                + "answer twice is one. An answer given after residents said \"not answered\" is final.")
            .Header("If-Match",
                "How many answers to it you have read, such as 0; where there is another one by now you are refused with 412.")
            .Takes(Examples.Answer).Returns(200, "Recorded and public.", Examples.Review);
        endpoints.MapPost<AnswerLater>("/api/reviews/{id}/recommendations/{number}/extension", ExtendAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("extendAnswer").WithSummary("Takes more time for one answer, with a public reason, before it is due.")
            .WithDescription("At most twice for each recommendation, up to ten business days each, counted from the present due date. "
                + "Until the new date nobody is reminded of the old one and nothing is overdue.")
            .Takes(new AnswerLater(10, "The data owner is on leave until the 15th.")).Returns(200, "The new date holds.", Examples.Review);
        endpoints.MapPost<EvidenceGiven>("/api/reviews/{id}/recommendations/{number}/evidence", EvidenceAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("giveEvidence").WithSummary("Shows that what was adopted is done.")
            .WithDescription("It counts as delivered at once and is public; the coordinator may say that it does not show it.")
            .Takes(new EvidenceGiven("Names are removed before data are shared since May 3.", new("https://portal.ct.gov/example")))
            .Returns(200, "Recorded and public.", Examples.Review);
        endpoints.MapPost<InformationGiven>("/api/reviews/{id}/recommendations/{number}/information", InformAsync)
            .OpenTo(Access.Coordinators)
            .WithName("giveInformation")
            .WithSummary("Tells an addressee in public what it needed to know; the days that it waited are added to its date, once.")
            .Takes(new InformationGiven("Eleven agencies share these data.")).Returns(200, "Recorded and public.", Examples.Review);
        endpoints.MapPost<EvidenceJudged>("/api/reviews/{id}/recommendations/{number}/evidence/word", JudgeAsync)
            .OpenTo(Access.Coordinators)
            .WithName("judgeEvidence")
            .WithSummary("Says whether the evidence shows what was promised, with a public reason when it does not.")
            .Takes(new EvidenceJudged(false, "The link shows a draft.")).Returns(200, "Recorded and public.", Examples.Review);
        endpoints.MapPost<CommitmentMoved>("/api/reviews/{id}/recommendations/{number}/commitment", MoveAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("moveCommitment").WithSummary("Promises another day for what was adopted or put off, with a public reason.")
            .Takes(new CommitmentMoved(new(2027, 9, 30), "The vendor delivers in August."))
            .Returns(200, "The new day holds; the one before stays public.", Examples.Review);
        endpoints.MapGet(
            "/api/reviews/{id}/plain-words",
            context => ReviewRoutes.WithReviewAsync(context, (_, stored) => Task.FromResult(Answer.Json(
                TranslatingPlainWords.Missing(stored.State).SelectMany(m => m.Recommendations.Select(number => new PlainWordsWanted(
                    m.Language, number, stored.State.Recommendations.First(r => r.Number == number).Answer!.PlainWords["en"]))).ToList()))))
            .OpenTo(Access.Coordinators)
            .WithName("listPlainWords").WithSummary("Plain words of answers that members wait for in their language.")
            .Returns(200, "What is to be translated.", new List<PlainWordsWanted>
                { new("es", 1, "We will take out all names before we share.") });
        endpoints.MapPut<PlainWordsTranslated>("/api/reviews/{id}/recommendations/{number}/plain-words/{language}", TranslateAsync)
            .OpenTo(Access.Coordinators)
            .WithName("translatePlainWords")
            .WithSummary("Keeps a person's translation of the plain words of an answer; members who waited for it are told.")
            .Takes(new PlainWordsTranslated("Quitaremos todos los nombres antes de compartir.", "Marisol Vega"))
            .Returns(200, "Kept.", Examples.Review);
        endpoints.MapPost<GoverningBoardDecided>("/api/reviews/{id}/governing-board-decision", DecideAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("recordGoverningBoardDecision")
            .WithSummary("Records what the Data Governing Board decided on the request; the coordinator or OPM does.")
            .Takes(new GoverningBoardDecided(GoverningBoardDecisionKind.Modified, new(2026, 12, 10), "DGB-2026-14", "Without names."))
            .Returns(200, "Recorded and public beside the advice; decisions before stay public.", Examples.Review);
    }

    /// <summary>Answers one recommendation.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, AnswerGiven body)
    {
        if (await CheckAnswerAsync(context, body) is { } problem)
            return problem;
        var found = (await FindAsync(context))!;
        int? seen = int.TryParse(context.IfMatch(), NumberStyles.None, CultureInfo.InvariantCulture, out var answers) ? answers : null;
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            found.Review.Id, (review, now) => Answering.Answer(review, found.Number, found.Addressee, Given(context, body, now), seen),
            cancellationToken: context.RequestAborted);
        return decided is not { Result: var outcome } ? Problem.NotFound() : outcome switch
        {
            Answering.Outcome.Overtaken => Problem.Changed(),
            Answering.Outcome.Final => Problem.Conflict("Residents were asked again and have this answer; it is final."),
            _ => Answer.Json(ReviewView.Of((await context.Need<ReviewStore>().ReadAsync(found.Review.Id, context.RequestAborted))!.State)),
        };
    }

    /// <summary>What is wrong with an answer; null when it could be given. Stores nothing.</summary>
    internal static async Task<Problem?> CheckAnswerAsync(HttpContext context, AnswerGiven body)
    {
        if (await FindAsync(context) is not { } found)
            return Problem.NotFound();
        var today = context.Today();
        var faults = AnswerCheck.Of(Given(context, body, default), found.Review.Policy, today);
        return faults.Count > 0 ? Problem.Faults(faults) : null;
    }

    /// <summary>The answer as it would be recorded.</summary>
    internal static RecommendationAnswer Given(HttpContext context, AnswerGiven body, DateTimeOffset now) =>
        new(body.Kind, body.Reason, body.PlainWords, body.Owner, body.DueOn, now, context.Principal().KeyId)
        { Translator = body.Translator, SignedOffBy = string.IsNullOrWhiteSpace(body.SignedOffBy) ? null : body.SignedOffBy.Trim() };

    /// <summary>Takes more time for one answer.</summary>
    internal static async Task<IResult> ExtendAsync(HttpContext context, AnswerLater body)
    {
        if (await FindAsync(context) is not { } found)
            return Problem.NotFound();
        var faults = new List<Fault>();
        var longest = found.Review.Policy.AnswerExtensionDays;
        if (body.BusinessDays < 1 || body.BusinessDays > longest)
            faults.Add(new("/businessDays", FormattableString.Invariant($"Take 1 to {longest} business days.")));
        Words("/reason", body.Reason, "Give a reason", faults);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        return await TakeAsync(context, found, (review, now) => Extending.Take(
            review, found.Number, found.Addressee, body.BusinessDays, body.Reason, context.Principal().KeyId,
            context.Need<BusinessCalendar>(), now), outcome => outcome switch
        {
            Extending.Outcome.Answered => "It is answered; no more time is needed.",
            Extending.Outcome.TooLate => "It was due already: more time is taken before.",
            Extending.Outcome.UsedUp => "More time was taken as often as the rules allow.",
            Extending.Outcome.AskedAgain => "It is asked once more because residents were not answered; that has one date.",
            _ => null,
        });
    }

    /// <summary>Tells an addressee what it needed to know.</summary>
    internal static async Task<IResult> InformAsync(HttpContext context, InformationGiven body)
    {
        if (await FindAsync(context, any: true) is not { } found)
            return Problem.NotFound();
        var faults = new List<Fault>();
        Words("/text", body.Text, "Say what they need to know", faults);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        return await TakeAsync(context, found,
            (review, now) => Informing.Give(review, found.Number, body.Text.Trim(), context.Principal().KeyId, now), outcome =>
            outcome is Informing.Outcome.NotAsked ? "Nobody waits for information there." : null);
    }

    /// <summary>Shows that what was adopted is done.</summary>
    internal static async Task<IResult> EvidenceAsync(HttpContext context, EvidenceGiven body)
    {
        if (await FindAsync(context) is not { } found)
            return Problem.NotFound();
        var faults = new List<Fault>();
        Words("/text", body.Text, "Say what was done", faults);
        if (body.Link is { } link
            && (!link.IsAbsoluteUri || link.Scheme is not ("http" or "https") || link.OriginalString.Length > LongestText))
            faults.Add(new("/link", "Give a whole http or https address, or leave it out."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        return await TakeAsync(context, found, (review, now) => Delivering.Show(
            review, found.Number, found.Addressee, body.Text, body.Link, context.Principal().KeyId, now), Refusal);
    }

    /// <summary>Says whether evidence shows what was promised.</summary>
    internal static async Task<IResult> JudgeAsync(HttpContext context, EvidenceJudged body)
    {
        if (await FindAsync(context, any: true) is not { } found)
            return Problem.NotFound();
        var faults = new List<Fault>();
        if (!body.Accepted || body.Reason is not null)
            Words("/reason", body.Reason ?? "", "Give a reason", faults);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        return await TakeAsync(context, found, (review, now) => Delivering.Judge(
            review, found.Number, body.Accepted, body.Reason, context.Principal().KeyId, now), Refusal);
    }

    /// <summary>Promises another day.</summary>
    internal static async Task<IResult> MoveAsync(HttpContext context, CommitmentMoved body)
    {
        if (await FindAsync(context) is not { } found)
            return Problem.NotFound();
        var faults = new List<Fault>();
        var today = context.Today();
        if (PromisedDay.Fault(body.DueOn, today) is { } fault)
            faults.Add(new("/dueOn", fault));
        Words("/reason", body.Reason, "Give a reason", faults);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        return await TakeAsync(context, found, (review, now) => Delivering.Move(
            review, found.Number, found.Addressee, body.DueOn, body.Reason, context.Principal().KeyId, now), Refusal);
    }

    /// <summary>Keeps a translation of plain words.</summary>
    internal static async Task<IResult> TranslateAsync(HttpContext context, PlainWordsTranslated body)
    {
        if (await FindAsync(context, any: true) is not { } found)
            return Problem.NotFound();
        var language = context.RouteText("language");
        var faults = new List<Fault>();
        if (AnswerCheck.OfPlainWords(body.Text) is { } fault)
            faults.Add(new("/text", fault));
        if (body.Translator.Trim().Length is 0 or > LongestName)
            faults.Add(new("/translator", "Name the person who translated, in 1 to 200 characters."));
        if (faults.Count > 0)
            return Problem.Faults(faults);
        if (!IntakePolicy.Default.Languages.Contains(language))
            return Problem.NotFound();
        return await TakeAsync(context, found, (review, now) => TranslatingPlainWords.Keep(
            review, found.Number, language, body.Text, body.Translator, context.Principal().KeyId, now), outcome => outcome switch
        {
            TranslatingPlainWords.Outcome.NothingToTranslate =>
                "There is nothing to translate: no answer yet, or it is in English already.",
            _ => null,
        });
    }

    /// <summary>Records a decision of the Governing Board.</summary>
    internal static async Task<IResult> DecideAsync(HttpContext context, GoverningBoardDecided body)
    {
        var principal = context.Principal();
        if (principal.Agency is { } agency && agency != Addressees.Opm)
            return Problem.NotYours();
        var reviews = context.Need<ReviewStore>();
        var id = context.RouteText("id");
        // OPM answers for the Governing Board's books, whoever asks for a review.
        if (!ReviewIds.IsPossible(id) || await reviews.ReadAsync(id, context.RequestAborted) is null)
            return Problem.NotFound();
        var faults = new List<Fault>();
        if (body.On > context.Today())
            faults.Add(new("/on", "A decision is recorded once it was taken: today or before."));
        if (body.Number.Trim().Length is 0 or > LongestName)
            faults.Add(new("/number", "Give the decision's number in 1 to 200 characters."));
        if (body.Note is { } note)
            Words("/note", note, "Write a note", faults);
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var by = principal.Agency is { } code ? Actor.Agency(code) : Actor.Coordinator(principal.KeyId);
        var decided = await context.Need<ReviewCommands>().DecideAsync(id, (review, now) => GoverningBoard.Record(
            review, new(body.Kind, body.On, body.Number, body.Note, now, principal.KeyId), by), cancellationToken: context.RequestAborted);
        return decided is { Result: true }
            ? Answer.Json(ReviewView.Of((await reviews.ReadAsync(id, context.RequestAborted))!.State))
            : Problem.Conflict("A cancelled review has nothing to decide on.");
    }

    /// <summary>Takes a decision that a refusal explains; a recommendation of somebody else looks like none.</summary>
    private static async Task<IResult> TakeAsync<T>(
        HttpContext context, Found found, Func<Review, DateTimeOffset, Decided<T>> decide, Func<T, string?> refusal)
    {
        var decided = await context.Need<ReviewCommands>().DecideAsync(found.Review.Id, decide, cancellationToken: context.RequestAborted);
        if (decided is not { Result: { } outcome })
            return Problem.NotFound();
        return refusal(outcome) is { } because
            ? Problem.Conflict(because)
            : Answer.Json(ReviewView.Of((await context.Need<ReviewStore>().ReadAsync(found.Review.Id, context.RequestAborted))!.State));
    }

    private static string? Refusal(Delivering.Outcome outcome) => outcome switch
    {
        Delivering.Outcome.NothingPromised => "The answer that holds promises nothing of the kind.",
        Delivering.Outcome.Delivered => "It is shown to be done already.",
        Delivering.Outcome.NoEvidence => "No evidence waits for a word.",
        _ => null,
    };

    /// <summary>The recommendation of the path, when the caller speaks for its addressee or for anybody.</summary>
    private static async Task<Found?> FindAsync(HttpContext context, bool any = false)
    {
        if (await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is not { State: var review }
            || !int.TryParse(context.RouteText("number"), out var number)
            || review.Recommendations.FirstOrDefault(r => r.Number == number) is not { Addressee: var addressee })
            return null;
        var speaks = context.Principal().Agency is { } agency
            ? agency == addressee
            : addressee == Addressees.Opm || AgencyDirectory.Shipped.ByCode(addressee) is null;
        return any || speaks ? new(review, number, addressee) : null;
    }

    private static void Words(string pointer, string text, string what, List<Fault> faults)
    {
        if (text.Trim().Length is 0 or > LongestText)
            faults.Add(new(pointer, $"{what} in 1 to 2,000 characters; it is public."));
    }

    private sealed record Found(Review Review, int Number, string Addressee);
}
