using System.Globalization;
using System.Text;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Commands;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Local.Engine;
using CtVoice.Local.Host;

namespace CtVoice.Bench;

/// <summary>A board of fictional phones and reviews that ask them: five members each,
/// three questions each to answer with a digit.</summary>
internal static class OpenReviews
{
    /// <summary>Members that each review asks.</summary>
    internal const int Panel = 5;

    /// <summary>Questions that each member is asked.</summary>
    internal const int Questions = 3;

    /// <summary>Reviews that there are fictional phones for.</summary>
    internal const int AtMost = 4_000;

    private const int PhonesPerArea = 100;

    private static readonly Lazy<List<string>> AllPhones = new(() => [.. Phones()]);

    /// <summary>The member in one seat of one review.</summary>
    internal static string Member(int review, int seat) => string.Create(CultureInfo.InvariantCulture, $"b-{review:D5}-{seat}");

    /// <summary>Their phone, where each is asked once.</summary>
    internal static string Phone(int review, int seat) => AllPhones.Value[(review * Panel) + seat];

    /// <summary>The id of one review.</summary>
    internal static string Id(int review) => string.Create(CultureInfo.InvariantCulture, $"r-{review:D5}");

    /// <summary>Imports the board, opens the reviews and waits until their workflows are at rest.</summary>
    /// <param name="services">Of the host.</param>
    /// <param name="count">Reviews.</param>
    /// <param name="members">Members of the board, asked in turn; as many as there are seats when null, so that each is asked once.</param>
    internal static async Task PrepareAsync(IServiceProvider services, int count, int? members = null)
    {
        var phones = AllPhones.Value.Take(members ?? count * Panel).ToList();
        await ImportAsync(services, phones).ConfigureAwait(false);
        var sample = SampleFiles.Open("projects/snap-homelessness.json");
        await using var disposal = sample.ConfigureAwait(false);
        var project = (await JsonSerializer.DeserializeAsync<ProjectRequest>(sample, WorkflowJson.Options).ConfigureAwait(false))!;
        // Words without a digit join the answer before them for a while, and this clock stands still: only digits are asked for.
        var asked = project with { Questions = [.. Enumerable.Repeat(project.Questions[0], Questions)] };
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (review, _) =>
            await OpenAsync(services, asked, review, phones).ConfigureAwait(false)).ConfigureAwait(false);
        await services.GetRequiredService<EmbeddedEngine>().DrainAsync().ConfigureAwait(false);
    }

    /// <summary>Ends all of them, each with two recommendations to its agency of which one is adopted.</summary>
    internal static async Task AnswerAsync(IServiceProvider services, int count)
    {
        var commands = services.GetRequiredService<ReviewCommands>();
        await Parallel.ForAsync(0, count, new ParallelOptions
        { MaxDegreeOfParallelism = 32 }, async (review, stop) => await commands.DecideAsync(Id(review), (state, at) =>
    {
        var advice = Enumerable.Range(1, 2).Select(number => new Recommendation
        {
            Number = number,
            Content = "none",
            Question = 1,
            From = [],
            Addressee = state.Agency,
            SentAt = at,
            DueAt = at.AddDays(28),
            DueBecause = [],
            Answers = number > 1 ? []
                : [new(AnswerKind.Adopted, "It is right.", new Dictionary<string, string>
                        { ["en"] = "We will." }, "Data lead", DateOnly.FromDateTime(at.UtcDateTime).AddDays(90), at, "key")],
        }).ToList();
        return new Decided<bool>(true,
            new(at, state.At(ReviewStage.Finished, at) with { Recommendations = advice }, LedgerDraft.Of("report-sent", Actor.System)));
    }, cancellationToken: stop).ConfigureAwait(false)).ConfigureAwait(false);
        await services.GetRequiredService<EmbeddedEngine>().DrainAsync().ConfigureAwait(false);
    }

    private static async Task ImportAsync(IServiceProvider services, List<string> phones)
    {
        var csv = new StringBuilder(
            "member_id,name,phone,languages,channels,consent_channels,consent_when,consent_text,consent_how,term_from\n");
        for (var i = 0; i < phones.Count; i++)
            csv.Append(CultureInfo.InvariantCulture, $"{Member(i / Panel, i % Panel)},Made "
                + $"Up,{phones[i]},en,sms,sms,2026-09-01T14:00-04:00,consent-2026-1,paper form,2026-09-01\n");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString()));
        var import = new BoardImport(
            services.GetRequiredService<BoardStore>(), services.GetRequiredService<ContactStore>(),
            services.GetRequiredService<ContactIndex>());
        if (await import.RunAsync(file, dryRun: false).ConfigureAwait(false) is { Stored: false } refused)
            throw new InvalidOperationException("The made-up board does not import: " + string.Join(" ", refused.Faults));
    }

    // From area code 500 on, so that none is on the sample board as well.
    private static IEnumerable<string> Phones() =>
        from area in Enumerable.Range(500, 300)
        from line in Enumerable.Range(100, PhonesPerArea)
        select PhoneNumber.Read(string.Create(CultureInfo.InvariantCulture, $"{area}-555-0{line}")).E164 into phone
        where phone is not null
        select phone;

    /// <summary>Brings a review to the middle of its window, as the ordinary decisions would leave it, with every phone asked.</summary>
    private static async Task OpenAsync(IServiceProvider services, ProjectRequest project, int review, List<string> phones)
    {
        var commands = services.GetRequiredService<ReviewCommands>();
        var queue = services.GetRequiredService<PhoneQueue>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var closes = now.AddDays(14);
        var seats = Enumerable.Range(review * Panel, Panel).Select(n => n % phones.Count).ToList();
        foreach (var place in seats)
            await queue.ClaimAsync(phones[place], new(QuestionSource.Review(Id(review)), Member(place / Panel, place % Panel), 1), closes)
                .ConfigureAwait(false);
        await OpenAsync(commands, project, new(Id(review), ReviewPolicy.Default, now, closes,
        [
            .. seats.Select((place, seat) => Asked(
                Member(place / Panel, place % Panel), seat, string.Create(CultureInfo.InvariantCulture, $"C{review:D5}{seat}"), now)),
        ])).ConfigureAwait(false);
    }

    /// <summary>Brings a review to the middle of its window by two decisions, as the ordinary ones would leave it.</summary>
    internal static async Task OpenAsync(ReviewCommands commands, ProjectRequest project, OpenReview review)
    {
        var first = Submitting.Decide(review.Id, project, review.Policy, new string('0', 64), "key", review.Since);
        // Its workflow starts below, when it stands where it is wanted.
        await commands.SubmitAsync(first with { Effects = [] }, project).ConfigureAwait(false);
        await commands.DecideAsync(review.Id, (state, at) =>
        {
            var open = state.At(ReviewStage.Open, at) with
            {
                Released = [new("en", "key", at, null)],
                Invitations = review.Invitations,
                Window = new(at, review.ClosesAt, []),
            };
            return new Decided<bool>(true, new(at, open, LedgerDraft.Of("asking-started", Actor.System))
            {
                Effects = [new Effect.StartReview(), .. review.Invitations.Select(i => new Effect.StartInvitation(i.MemberId, i.Round))],
            });
        }).ConfigureAwait(false);
    }

    /// <summary>The invitation of a member who was asked by text.</summary>
    internal static Invitation Asked(string member, int seat, string code, DateTimeOffset at) => new()
    {
        MemberId = member,
        Pseudonym = string.Create(CultureInfo.InvariantCulture, $"P{seat}"),
        Language = "en",
        Code = code,
        Round = 1,
        CreatedAt = at,
        Channel = Channel.Sms,
        SentAt = at,
    };
}

/// <summary>A review to be opened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Policy">The rules that it runs by.</param>
/// <param name="Since">When its project was received.</param>
/// <param name="ClosesAt">When its window ends.</param>
/// <param name="Invitations">Who is asked.</param>
internal sealed record OpenReview(
    string Id, ReviewPolicy Policy, DateTimeOffset Since, DateTimeOffset ClosesAt, IReadOnlyList<Invitation> Invitations);
