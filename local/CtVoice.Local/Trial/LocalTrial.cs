using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Local.Host;
using CtVoice.Local.Time;
using CtVoice.Web.Trial;

namespace CtVoice.Local.Trial;

/// <summary>The trial bar and the tour on a machine of one's own. Which review the tour follows is a row,
/// so that it goes on after a restart.</summary>
internal sealed class LocalTrial(IServiceProvider services, LocalOptions options) : ITrial, IDisposable
{
    private const string Partition = "trial";
    private const string Key = "tour";

    private static readonly (TrialScene Scene, Chapter Chapter)[] Jumps =
    [
        (new("texts", "Texts ready"), Chapter.Texts),
        (new("asked", "Asked"), Chapter.Asked),
        (new("closed", "Closed"), Chapter.Close),
        (new("late", "Answered late"), Chapter.Judged),
        (new("broken", "Promise broken"), Chapter.Over),
    ];

    // What is done so soon is waited for; of anything longer a page says how far it is.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly Lazy<Troupe> troupe = new(() => new(services, options.Data));
    private readonly ITable records = services.GetRequiredService<TableSet>().Records;
    private readonly ReviewStore reviews = services.GetRequiredService<ReviewStore>();
    private readonly Curtain curtain = services.GetRequiredService<Curtain>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();
    private readonly TimeTravel travel = services.GetRequiredService<TimeTravel>();

    public IReadOnlyList<TrialScene> Scenes { get; } = [.. Jumps.Select(j => j.Scene)];

    public async Task<TourStep?> StepAsync(CancellationToken cancellationToken = default) =>
        await FollowedAsync(cancellationToken) is { Left: false } followed
            ? Tour.Of(await ReadAsync(followed, cancellationToken), clock.GetUtcNow()) : null;

    public async Task<bool> MoveAsync(ClockStep step, CancellationToken cancellationToken = default)
    {
        switch (step)
        {
            case ClockStep.Hour:
                await travel.AdvanceAsync(TimeSpan.FromHours(1), cancellationToken);
                return true;
            case ClockStep.Nine:
                await travel.AdvanceToAsync(NextNine(), cancellationToken);
                return true;
            case ClockStep.Event:
                return await ToNextEventAsync(cancellationToken);
            default:
                return await ToCloseAsync(cancellationToken);
        }
    }

    public Task SettleAsync(CancellationToken cancellationToken = default) => travel.AdvanceAsync(TimeSpan.Zero, cancellationToken);

    public async Task<string?> JumpAsync(string scene, CancellationToken cancellationToken = default)
    {
        if (Jumps.FirstOrDefault(j => j.Scene.Name == scene) is not { Scene: not null, Chapter: var goal })
            return null;
        var followed = await FollowedAsync(cancellationToken) ?? new(0);
        if (Chapters.Of(await ReadAsync(followed, cancellationToken)) > goal)
            followed = await AnewAsync(followed, cancellationToken);
        return await PlayToAsync(followed, goal, cancellationToken);
    }

    public async Task<string?> TourAsync(TourCommand command, CancellationToken cancellationToken = default)
    {
        var followed = await FollowedAsync(cancellationToken);
        switch (command)
        {
            case TourCommand.Begin:
                await FollowAsync(await AnewAsync(followed ?? new(0), cancellationToken), cancellationToken);
                return "/";
            case TourCommand.Leave or TourCommand.Return:
                await FollowAsync((followed ?? new(1)) with { Left = command is TourCommand.Leave }, cancellationToken);
                return null;
            default:
                var (now, review) = (followed ?? new(1), followed is null ? null : await ReadAsync(followed, cancellationToken));
                return await PlayToAsync(now, Chapters.Of(review) + 1, cancellationToken);
        }
    }

    /// <summary>Follows a review that was played already.</summary>
    internal Task FollowReviewAsync(string review, CancellationToken cancellationToken) =>
        FollowAsync(new Followed(1) { Review = review }, cancellationToken);

    public void Dispose()
    {
        if (troupe.IsValueCreated)
            troupe.Value.Dispose();
    }

    private async Task<Followed> AnewAsync(Followed followed, CancellationToken cancellationToken)
    {
        if (followed.Review is { } before)
            await troupe.Value.EndAsync(before, cancellationToken);
        return new(followed.Round + 1);
    }

    private async Task<string> PlayToAsync(Followed followed, Chapter goal, CancellationToken cancellationToken)
    {
        var performance = curtain.Raise(
            "One moment: people are played",
            "Agencies, the office and residents do what the rules let them do, and days pass. It takes some seconds.",
            async performance =>
            {
                var id = followed.Review
                    ?? await troupe.Value.SendAsync(Script.FoodBenefits,
                        string.Create(CultureInfo.InvariantCulture, $"tour-{followed.Round}"), CancellationToken.None);
                await FollowAsync(new(followed.Round) { Review = id }, CancellationToken.None);
                await troupe.Value.PlayToAsync(id, Script.FoodBenefits, (Chapter)Math.Min((int)goal, (int)Chapter.Over),
                    says => performance.Now = says, CancellationToken.None);
            },
            Soon);
        try
        {
            await performance.Ended.WaitAsync(Soon, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The page one is led to says how far it is.
        }
        return await FollowedAsync(cancellationToken) is { Review: { } review } ? Tour.PageOf(goal, review) : "/";
    }

    /// <summary>To the next instant at which a review goes on; what the host does for itself by night is no event.</summary>
    private async Task<bool> ToNextEventAsync(CancellationToken cancellationToken)
    {
        var (before, end) = (await StandingAsync(cancellationToken), clock.GetUtcNow().AddDays(62));
        // What follows within a minute, such as a report of delivery, belongs to the event before.
        await travel.AdvanceAsync(TimeSpan.FromMinutes(1), cancellationToken);
        while (await StandingAsync(cancellationToken) == before)
        {
            if (await travel.NextDueAsync(cancellationToken) is not { } due || due > end)
                return false;
            await travel.AdvanceToAsync(due, cancellationToken);
        }
        return true;
    }

    private async Task<bool> ToCloseAsync(CancellationToken cancellationToken)
    {
        var open = (await AllAsync(cancellationToken)).Where(r => r is { Stage: ReviewStage.Open, Window: not null })
            .MinBy(r => r.Window!.ClosesAt);
        if (open is null)
            return false;
        // Messages received in time may take a while to be applied.
        await travel.AdvanceToAsync(open.Window!.ClosesAt + open.Policy.Settling, cancellationToken);
        return true;
    }

    private DateTimeOffset NextNine()
    {
        var (now, zone) = (clock.GetUtcNow(), LocalTime.Connecticut);
        var today = LocalTime.InstantOf(LocalTime.DateIn(zone, now), new(9, 0), zone);
        return today > now ? today : LocalTime.InstantOf(LocalTime.DateIn(zone, now).AddDays(1), new(9, 0), zone);
    }

    // All that a person could see of reviews going on; that a night was sealed is none of it.
    private async Task<string> StandingAsync(CancellationToken cancellationToken) => JsonSerializer.Serialize(
        (await AllAsync(cancellationToken)).Select(r => r with { LedgerSealedOn = null }), WorkflowJson.Options);

    private async Task<List<Review>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<Review>();
        foreach (var id in (await reviews.AllIdsAsync(cancellationToken)).Order(StringComparer.Ordinal))
        {
            if (await reviews.ReadAsync(id, cancellationToken) is { State: var review })
                all.Add(review);
        }
        return all;
    }

    private async Task<Review?> ReadAsync(Followed followed, CancellationToken cancellationToken) =>
        followed.Review is { } id ? (await reviews.ReadAsync(id, cancellationToken))?.State : null;

    private async Task<Followed?> FollowedAsync(CancellationToken cancellationToken) =>
        await records.GetAsync(Partition, Key, cancellationToken) is { } row
            ? new((int)(row.Number("round") ?? 1)) { Review = row.Text("review"), Left = row.Flag("left") }
            : null;

    private async Task FollowAsync(Followed followed, CancellationToken cancellationToken) => _ = await records.SubmitAsync(
        Partition,
        [new TableOperation.Upsert(new TableRow(Partition, Key).With("round", (long)followed.Round).With("review", followed.Review)
            .With("left", followed.Left))],
        cancellationToken);

    /// <summary>What the tour follows.</summary>
    /// <param name="Round">How often it was begun; makes the key under which its project is sent.</param>
    private sealed record Followed(int Round)
    {
        /// <summary>Id of the review; null before the project is sent.</summary>
        public string? Review { get; init; }

        /// <summary>The strip is not shown.</summary>
        public bool Left { get; init; }
    }
}
