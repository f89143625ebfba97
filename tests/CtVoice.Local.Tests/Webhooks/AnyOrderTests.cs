using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// Property: the same messages, each known by when it was received, give the same feedback in whatever order and however
/// often they are looked at, over all questions of a review. A failing order is made as short as it can be and printed.
/// </summary>
public sealed class AnyOrderTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 60 : 4;

    /// <summary>What one member writes, and how many seconds after the question.</summary>
    private static readonly (int After, string Text)[] Texts =
    [
        (0, "2"), (20, "only without names"), (200, "1"), (215, "ok"), (230, "they should ask first"),
        (260, "Liked “We saved your answer: 1”"), (280, "No police."), (290, "change my answer to 3"),
    ];

    [Fact]
    public async Task Whatever_order_and_number_of_copies_give_the_same_feedback_over_all_questions()
    {
        await using var story = await ReviewStory.AskedAsync(questions: 3);
        var members = await story.TextersAsync();
        var expected = await FeedbackAsync(story, members[0], [.. Enumerable.Range(0, Texts.Length)]);
        Assert.True(expected.Split(';').Length > 1, expected);
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var order = Order(seed);
            if (await PlayAsync(order) is var got && got != expected)
            {
                var shortest = string.Join(", ", await ShrunkAsync(order, expected));
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, order [{shortest}]: {got} instead of {expected}"));
            }
        }
    }

    [Fact]
    public async Task A_webhook_that_delivers_twice_and_at_once_takes_each_text_once()
    {
        await using var story = await ReviewStory.AskedAsync(questions: 3);
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var phone = await provider.PhoneOfAsync(member);
        var random = new Random(20270111);

        foreach (var (n, (_, text)) in Texts.Index())
        {
            // The first copy decides the order; later copies of all before it come again beside it.
            int[] copies = [n, .. Enumerable.Range(0, n + 1).Where(_ => random.Next(2) == 0)];
            var responses = await Task.WhenAll(copies.Select(i => provider.TwilioAsync(Sms(Sid(900 + i), phone, Texts[i].Text))));
            Assert.All(responses, Taken);
            foreach (var response in responses)
                response.Dispose();
            await story.AdvanceAsync(TimeSpan.FromSeconds(60));
        }

        var pieces = (await story.StateAsync()).Replies.SelectMany(r => r.Pieces).Select(p => p.InboundId).ToList();
        Assert.Equal(pieces.Distinct().Count(), pieces.Count);
        Assert.Equal(Texts.Length - 1, pieces.Count);
    }

    /// <summary>Indexes into <see cref="Texts"/>: each at least once, some again, in any order.</summary>
    private static int[] Order(int seed)
    {
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, Texts.Length), .. Enumerable.Range(0, 4).Select(_ => random.Next(Texts.Length))];
        random.Shuffle(order);
        return order;
    }

    private static async Task<string> PlayAsync(int[] order)
    {
        await using var story = await ReviewStory.AskedAsync(questions: 3);
        return await FeedbackAsync(story, (await story.TextersAsync())[0], order);
    }

    /// <summary>Stores all texts as received, looks at them in an order, and tells what the review then holds of the member.</summary>
    private static async Task<string> FeedbackAsync(ReviewStory story, string member, int[] order)
    {
        using var provider = new Provider(story);
        var phone = await provider.PhoneOfAsync(member);
        var inbound = story.Service<Receive>();
        var asked = story.Now;
        var rows = new Dictionary<int, DueRow>();
        foreach (var (n, (after, text)) in Texts.Index())
            rows[n] = (await inbound.StoreAsync(new(Channel.Sms, Sid(n), phone, "board", null, text, asked.AddSeconds(after))))!.Row;
        foreach (var n in order)
            await inbound.ProcessAsync(rows[n]);
        var review = await story.StateAsync();
        return string.Join("; ", review.Replies.Where(r => r.MemberId == member).OrderBy(r => r.Question)
            .Select(r =>
                string.Create(CultureInfo.InvariantCulture,
                    $"{r.Question}: {r.Choice} of {string.Join('+', r.Pieces.Select(p => p.InboundId[^2..]))}")));
    }

    /// <summary>The order without every element that it fails without as well.</summary>
    private static async Task<int[]> ShrunkAsync(int[] order, string expected)
    {
        for (var i = order.Length - 1; i >= 0 && order.Length > 1; i--)
        {
            int[] shorter = [.. order[..i], .. order[(i + 1)..]];
            if (shorter.Distinct().Count() == Texts.Length && await PlayAsync(shorter) != expected)
                order = shorter;
        }
        return order;
    }
}
