using CtVoice.Core.Commands;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Context;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CtVoice.Web.Routes;

/// <summary>What residents read: written by agency and coordinator, released by the coordinator, with context notes.</summary>
internal static class TextRoutes
{
    internal static void MapTexts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/reviews/{id}/texts", ReadAsync)
            .OpenTo(Access.Readers)
            .WithName("readTexts").WithSummary("What residents read, with its grade and what it still lacks.")
            .Returns(200, "The texts.", TextExamples.Texts);
        endpoints.MapPut<TextEntry>("/api/reviews/{id}/texts/{language}", WriteAsync)
            .OpenTo(Access.AgenciesAndCoordinators)
            .WithName("writeTexts").WithSummary("Writes what residents read in one language, as a new version.")
            .WithDescription("The agency of the project writes drafts while texts are prepared; what a person reviewed, and what was "
                + "released, it leaves alone.")
            .Takes(TextExamples.Entry)
            .Returns(200, "Stored, with its grade.", TextExamples.View);
        endpoints.MapPost("/api/reviews/{id}/texts/{language}/release", ReleaseAsync).OpenTo(Access.Coordinators)
            .WithName("releaseTexts").WithSummary("Releases what residents read in one language.")
            .WithDescription(
                "Refused while something is missing, and above the grade unless a public reason is given. The body may be left out.")
            .MayTake(new TextsRelease(2, "The name of the law has no shorter form.")).Returns(200, "Released.", Examples.Review);

        endpoints.MapGet("/api/context-notes", NotesAsync)
            .OpenTo(Access.Readers)
            .WithName("listContextNotes").WithSummary("What is known about populations and data sources, one plain sentence each.")
            .Returns(200, "The notes in order of id.", new List<ContextNote> { TextExamples.Note });
        endpoints.MapPut<ContextNote>(
            "/api/context-notes/{note}",
            (context, note) => note.Id == context.RouteText("note")
                ? PutNoteAsync(context, note)
                : Task.FromResult<IResult>(
                    Problem.Faults([.. note.Check(), new("/id", "The id in the path and the one in the body are the same.")])))
            .OpenTo(Access.Coordinators)
            .WithName("putContextNote").WithSummary("Adds or replaces a context note; texts that were released keep what they had.")
            .Header("If-Match", "The ETag that you read; a change of something newer is refused with 412.")
            .Takes(TextExamples.Note).Returns(200, "Stored, with its ETag.", TextExamples.Note);
        endpoints.MapDelete("/api/context-notes/{note}", RemoveNoteAsync).OpenTo(Access.Coordinators)
            .WithName("removeContextNote").WithSummary("Removes a context note.")
            .Returns(204, "Removed.");
    }

    private static async Task<IResult> ReadAsync(HttpContext context) =>
        await OwnAsync(context) is { } review ? Answer.Json(await ViewAsync(context, review)) : Problem.NotFound();

    /// <summary>The texts as the caller may see them; the review is one that they may.</summary>
    internal static async Task<TextsView> ViewAsync(HttpContext context, Review review)
    {
        // Which languages a panel reads is for those who may know the panel: to others it is neither said nor shown by what
        // the coordinator had written or released.
        var insider = Access.Insiders.Roles.Contains(context.Principal().Role);
        var shown = insider ? review.Texts : await OwnTextsAsync(context, review);
        var project = await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted);
        var views = new List<TextView>();
        foreach (var text in shown)
        {
            var view = TextView.Of(review, text, await NotesAsync(context, review, text.Language), project);
            views.Add(insider ? view : view.WithoutRelease());
        }
        return new TextsView(
            insider ? ReleasingTexts.Needed(review) : null, views, [.. review.Released.Select(r => r.HarderBecause).OfType<string>()])
        {
            Risks = project?.Dppeia?.Risky ?? [],
            Unlisted = review.Unlisted,
            UnlistedMore = review.UnlistedMore,
        };
    }

    /// <summary>The texts that the project brought or its agency wrote, and the original.</summary>
    private static async Task<IReadOnlyList<ReviewText>> OwnTextsAsync(HttpContext context, Review review)
    {
        var brought = await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted) is { } project
            ? project.Texts.Keys.Concat(review.Questions.SelectMany(q => q.Text.Keys)).ToHashSet(StringComparer.Ordinal)
            : [];
        return [.. review.Texts.Where(t => t.Language == TextReadiness.Original || t.WrittenBy == review.Agency
            || brought.Contains(t.Language))];
    }

    /// <summary>Writes what residents read in the language of the path.</summary>
    internal static async Task<IResult> WriteAsync(HttpContext context, TextEntry body)
    {
        if (await OwnAsync(context) is not { } review)
            return Problem.NotFound();
        var principal = context.Principal();
        var language = context.RouteText("language");
        var languages = (await context.Need<ReferenceStore>().CurrentAsync(context.RequestAborted)).Intake.Languages;
        var faults = Check(principal, review, [.. languages.Order(StringComparer.Ordinal)], language, body).ToList();
        if (faults.Count > 0)
            return Problem.Faults(faults);
        var by = principal.Agency is { } agency ? Actor.Agency(agency) : Actor.Coordinator(principal.KeyId);
        var draft = new WritingTexts.Draft(
            body.Summary, [.. body.Questions.Select(q => new QuestionText(q.Text, q.Choices ?? []))], body.Translator?.Trim(),
            body.Reviewer?.Trim(), body.Risks?.ToDictionary(r => r.Prompt, r => r.Words, StringComparer.Ordinal));
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            review.Id, (current, now) => WritingTexts.Write(current, language, draft, by, now), cancellationToken: context.RequestAborted);
        return decided!.Result switch
        {
            WritingTexts.Outcome.TooLate => Problem.Conflict("Texts are written while they are being made ready, and not after."),
            WritingTexts.Outcome.Released when principal.Agency is null => Problem.Conflict("This text is released; it changes no more."),
            WritingTexts.Outcome.Released or WritingTexts.Outcome.Reviewed =>
                Problem.Conflict("The coordinator has reviewed this text; tell the coordinator what should change."),
            WritingTexts.Outcome.Written =>
                Answer.Json(
                    TextView.Of(decided.Change!.State, decided.Change.State.TextIn(language)!,
                        await NotesAsync(context, review, language),
                        await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted))),
            var unknown => throw new InvalidOperationException($"No answer to {unknown}."),
        };
    }

    private static async Task<IResult> ReleaseAsync(HttpContext context)
    {
        if ((await context.ReadBytesAsync()) is not { IsEmpty: false } bytes)
            return await ReleaseAsync(context, new TextsRelease());
        var read = Core.Json.StrictJson.Read<TextsRelease>(bytes);
        return read.Value is { } given ? await ReleaseAsync(context, given) : Problem.Faults(read.Faults);
    }

    /// <summary>Releases what residents read in the language of the path.</summary>
    internal static async Task<IResult> ReleaseAsync(HttpContext context, TextsRelease wish)
    {
        if (await OwnAsync(context) is not { } review)
            return Problem.NotFound();
        if (wish.Reason is { } reason && reason.Trim().Length is 0 or > 500)
            return Problem.Faults("/reason", "Give a reason of 1 to 500 characters; it is public.");
        var language = context.RouteText("language");
        var notes = await NotesAsync(context, review, language);
        var project = await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted);
        var decided = await context.Need<ReviewCommands>().DecideAsync(
            review.Id,
            (current, now) =>
                ReleasingTexts.Release(current, new(language, wish.Version, wish.Reason), notes, context.Principal().KeyId, now,
                    project),
            cancellationToken: context.RequestAborted);
        var answer = decided!.Result;
        return answer.Outcome switch
        {
            ReleasingTexts.Outcome.Released =>
                Answer.Json(
                    ReviewView.ForInsiders(context,
                        (await context.Need<ReviewStore>().ReadAsync(review.Id, context.RequestAborted))!.State)),
            ReleasingTexts.Outcome.Changed => Problem.Changed(),
            ReleasingTexts.Outcome.Incomplete => Problem.Conflict("The text is not complete. " + string.Join(" ", answer.Because)),
            ReleasingTexts.Outcome.TooHard =>
                Problem.Conflict("The text is too hard to read; make it easier or give a public reason. "
                    + string.Join(" ", answer.Because)),
            _ => Problem.Conflict("These texts are released already, or nobody is to be asked."),
        };
    }

    internal static async Task<IResult> NotesAsync(HttpContext context) =>
        Answer.Json(
            (await Listing.SayAsync(context, "context notes", await context.Need<ContextNotes>().ListAsync(context.RequestAborted))).Lines);

    internal static async Task<IResult> RemoveNoteAsync(HttpContext context) => Core.Board.Member.IsId(context.RouteText("note"))
        && await context.Need<ContextNotes>().RemoveAsync(context.RouteText("note"), context.RequestAborted)
        ? Answer.Nothing()
        : Problem.NotFound();

    internal static async Task<IResult> PutNoteAsync(HttpContext context, ContextNote note)
    {
        if (note.Check().Concat((await BibliographyRoutes.SubjectsAsync(context)).Check(note)).ToList() is { Count: > 0 } faults)
            return Problem.Faults(faults);
        var stored = (await context.Need<ContextNotes>().AllAsync(context.RequestAborted)).FirstOrDefault(n => n.Id == note.Id);
        if (context.Overtaken(stored) is { } overtaken)
            return overtaken;
        await context.Need<ContextNotes>().PutAsync(note, context.RequestAborted);
        return Answer.Json(note, etag: Versions.Of(note));
    }

    // Drafts may be incomplete; what cannot be meant is refused at once.
    private static IEnumerable<Fault> Check(Principal principal, Review review, IReadOnlyList<string> languages, string language,
        TextEntry body)
    {
        if (!languages.Contains(language))
            yield return new("", $"Name the language by one of these codes: {string.Join(", ", languages)}.");
        if (body.Summary.Length > TextReadiness.MaxSummary)
            yield return new("/summary",
                FormattableString.Invariant(
                    $"A summary has at most {TextReadiness.MaxSummary} characters; this one has {body.Summary.Length}."));
        if (body.Questions.Count != review.Questions.Count)
            yield return new("/questions",
                FormattableString.Invariant($"The review asks {review.Questions.Count} questions, not {body.Questions.Count}."));
        var most = language == TextReadiness.Original ? ResidentQuestion.MaxEnglishCharacters : TextReadiness.MaxTranslatedQuestion;
        for (var i = 0; i < body.Questions.Count; i++)
        {
            if (body.Questions[i].Text.Length > most)
                yield return new(FormattableString.Invariant($"/questions/{i}/text"),
                    FormattableString.Invariant(
                        $"A question has at most {most} characters; this one has {body.Questions[i].Text.Length}."));
        }
        foreach (var (risk, i) in (body.Risks ?? []).Select((risk, i) => (risk, i)))
        {
            if (risk.Words.Length > DppeiaAnswer.MostInPlainWords)
                yield return new(FormattableString.Invariant($"/risks/{i}/words"), FormattableString.Invariant(
                    $"Residents read at most {DppeiaAnswer.MostInPlainWords} characters of a risk; these are {risk.Words.Length}."));
            if (!Core.Board.Member.IsId(risk.Prompt) || body.Risks!.Count(r => r.Prompt == risk.Prompt) > 1)
                yield return new(FormattableString.Invariant($"/risks/{i}/prompt"), "Name each prompt of the impact assessment once.");
        }
        if (body.Reviewer is not null && principal.Role is Role.Agency)
            yield return new("/reviewer", "The coordinator names who reviewed a text.");
        foreach (var (pointer, name) in new[] { ("/translator", body.Translator), ("/reviewer", body.Reviewer) })
        {
            if (name is not null && name.Trim().Length is 0 or > 120)
                yield return new(pointer, "Name a person in 1 to 120 characters.");
        }
    }

    /// <summary>Context notes that residents get with the texts of a review.</summary>
    internal static async Task<IReadOnlyList<AttachedNote>> NotesAsync(HttpContext context, Review review, string language) =>
        await context.Need<ReviewStore>().ReadProjectAsync(review.Id, context.RequestAborted) is { } project
            ? NotesFor.Review(review, project, await context.Need<ContextNotes>().AllAsync(context.RequestAborted), language)
            : [];

    /// <summary>The review, for staff and for its own agency; to everybody else it does not exist.</summary>
    internal static async Task<Review?> OwnAsync(HttpContext context) =>
        await ReviewRoutes.FindAsync(context, context.Need<ReviewStore>()) is { } stored
        && (context.Principal().Agency is not { } agency || agency == stored.State.Agency) ? stored.State : null;
}
