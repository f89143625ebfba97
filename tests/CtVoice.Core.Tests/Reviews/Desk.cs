using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.Operations;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Tests.Projects;
using CtVoice.Core.Todo;
using CtVoice.Core.Workflows;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>The stores of reviews in memory, and an inbox that takes whatever is sent.</summary>
internal sealed class Desk : IEmailSender, ISmsSender
{
    public Desk(DateTimeOffset now)
    {
        Time = new FakeTimeProvider(now);
        Tables = new(new MemoryTable(), new MemoryTable());
        Due = new(Tables.Records);
        Reviews = new(Tables, Due, Time);
        Lists = new(Tables, Reviews);
        Pen = new(Tables);
    }

    public FakeTimeProvider Time { get; }

    public TableSet Tables { get; }

    public DueRows Due { get; }

    public ReviewStore Reviews { get; }

    public ReviewLists Lists { get; }

    public HoldingPen Pen { get; }

    public List<OutgoingEmail> Sent { get; } = [];

    /// <summary>What the provider says.</summary>
    public SendOutcome Answer { get; set; } = new SendOutcome.Accepted("op-1");

    private SentMails Mails => new(Tables, new(Options.IndexKey), Options.ReplyDomain);

    private Messenger Messenger => new(
        new(Tables, Mails, new(Tables.Records), Time), this, this, new(Tables, PaceOptions.Unlimited, Time),
        new(Tables, PaceOptions.Unlimited, Time),
        new(Tables, Mails, Options.ReplyDomain), Mails, Time);

    public Matters Matters => new(Tables, new(Options.IndexKey));

    public TodoList Todo => new(Matters, Pen, Lists, new(Tables, new(Options.IndexKey)), new(Tables, Time), new(Tables),
        new(new(Tables.Records), new(), Time));

    public Digest Digest =>
        new(Todo, Messenger, new("opm@example.org", "chair@example.org"), new(Tables.Records), BusinessCalendar.Connecticut, Time);

    /// <summary>What the installation decides.</summary>
    public static CtVoiceOptions Options { get; } = new(
        new byte[32], "reply.example.org", new("Alex Rivera", "860-555-0100"), new("opm@example.org", "chair@example.org"),
        ReviewPolicy.Default)
    { SigningKey = new byte[32] };

    public CheckpointStore Checkpoints => new(Tables);

    public NightlyCheckpoint Checkpoint(LogLines<NightlyCheckpoint>? log = null, CtVoiceOptions? options = null) =>
        new(Reviews, Checkpoints, (options ?? Options).CheckpointKeys, Time, log ?? new());

    public NightlyVerification Nightly(LogLines<NightlyVerification> log, TimeProvider? time = null) =>
        new(Reviews, Checkpoints, Checkpoint(), Tables, time ?? Time, log);

    /// <summary>A review that stands at <paramref name="stage"/> now.</summary>
    public async Task AddReviewAsync(string id, string title, ReviewStage stage)
    {
        var review = new Review
        {
            Id = id,
            Agency = "DSS",
            Title = title,
            Policy = ReviewPolicy.Default,
            PseudonymSalt = "00",
            SubmittedAt = Time.GetUtcNow(),
            StageSince = Time.GetUtcNow(),
            Agencies = ["DSS"],
            Questions = [],
            Stage = stage,
        };
        _ = await Reviews.CreateAsync(
            new(Time.GetUtcNow(), review, LedgerDraft.Of("project-submitted", Actor.Agency("DSS"))),
            SampleProjects.Read("snap-homelessness"));
        await Lists.RefreshAsync((await Reviews.ReadAsync(id))!);
    }

    Task<SendOutcome> IEmailSender.SendAsync(OutgoingEmail message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(Answer);
    }

    Task<SendOutcome?> IEmailSender.FindAsync(OutgoingEmail message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(null);

    Task<SendOutcome> ISmsSender.SendAsync(OutgoingSms message, CancellationToken cancellationToken) => Task.FromResult(Answer);

    Task<SendOutcome?> ISmsSender.FindAsync(OutgoingSms message, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(null);
}
