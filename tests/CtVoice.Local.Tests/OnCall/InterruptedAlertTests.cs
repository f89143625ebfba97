using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.OnCall;

/// <summary>
/// The process dies between any two writes of raising an alert, of taking it, and of passing it on. Whoever runs next finishes it: each
/// person is told once, in order, by one open alert of the member.
/// </summary>
public sealed class InterruptedAlertTests
{
    private const string Member = "m-09";

    // At every write with CTVOICE_LONG=1, at some of them by default.
    private static readonly int Step = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 1 : 4;

    [Fact]
    public async Task An_alert_is_raised_taken_and_passed_on_as_it_should_be_wherever_the_process_dies()
    {
        var swept = new SweptBetween();
        await using var story = await ReviewStory.BeginAsync(change: swept.Into);
        var crew = await OnCallCrew.ApprovedAsync(story);
        var (alerts, pager) = (story.Service<OnCallAlerts>(), story.Service<Pager>());

        var raised = await EachAsync("SMraise", async (name, dies) =>
        {
            await dies(() => SaysAsync(story, "I cant do this anymore, goodbye", name));
            // The provider gets no answer, or not ours, and sends it again.
            await SaysAsync(story, "I cant do this anymore, goodbye", name);
            await story.AdvanceAsync(TimeSpan.FromMinutes(14));
            await ToldAsync(0);
        });
        var taken = await EachAsync("SMtake", async (name, dies) =>
        {
            var number = await RaisedAsync(name);
            await dies(() => OkAsync(number, name));
            await OkAsync(number, name);
            await story.AdvanceAsync(TimeSpan.FromMinutes(30));
            Assert.Equal(crew.Ids[0], (await ToldAsync(0)).Taken?.Person);
            Assert.Single(await crew.TextsAsync(0),
                m => m.Text.StartsWith($"CT board: you have alert {number}.", StringComparison.Ordinal));
        });
        var passed = await EachAsync("SMpass", async (name, dies) =>
        {
            var number = await RaisedAsync(name);
            Assert.IsType<Taking.Yours>(await pager.TakeAsync(number, crew.Ids[0]));
            await dies(() => pager.HandleAsync(number, crew.Ids[0], "nobody-answered"));
            // Whoever saw no answer presses again; who was done with already is told so.
            _ = await pager.HandleAsync(number, crew.Ids[0], "nobody-answered");
            await story.AdvanceAsync(TimeSpan.FromMinutes(12));
            await ToldAsync(0, 1);
        });
        Assert.True(raised > 10 && taken > 4 && passed > 4, $"Died at {raised}, {taken} and {passed} writes.");

        // Does something with the death of the process one write later each time, until it goes through; and closes what is open.
        async Task<int> EachAsync(string of, Func<string, Func<Func<Task>, Task>, Task> act)
        {
            for (var after = 0; ; after += Step)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{of}{after:D3}");
                await act(name, async operation =>
                {
                    try
                    {
                        await swept.RunAsync(operation, after, dies: true, between: () => Task.CompletedTask);
                    }
                    catch (Core.Storage.TableFaultException)
                    {
                        // The power failed.
                    }
                });
                var open = Assert.Single(await alerts.OpenAsync());
                var last = open.Pages[^1].Person;
                _ = await pager.TakeAsync(open.Number, last);
                Assert.True(await pager.HandleAsync(open.Number, last, "safe"));
                await story.AdvanceAsync(TimeSpan.FromHours(2));
                Assert.Empty(await alerts.OpenAsync());
                if (!swept.Died)
                    return after;
            }
        }

        async Task<string> RaisedAsync(string name)
        {
            await SaysAsync(story, "I cant do this anymore, goodbye", name + "x");
            await story.SettleAsync();
            return Assert.Single(await alerts.OpenAsync()).Number;
        }

        // The one open alert was told to these, each once by text and once by mail, and to nobody else.
        async Task<OnCallAlert> ToldAsync(params int[] people)
        {
            var alert = Assert.Single(await alerts.OpenAsync());
            Assert.Single(alert.Matters);
            Assert.Equal(people.Select(who => crew.Ids[who]), alert.Pages.Select(p => p.Person));
            foreach (var who in new[] { 0, 1 })
            {
                var expected = people.Contains(who) ? 1 : 0;
                Assert.Equal(expected, (await crew.TextsAsync(who))
                    .Count(m => m.Text.StartsWith($"CT board: alert {alert.Number}.", StringComparison.Ordinal)));
                Assert.Equal(expected, story.Carrier.Mails.Select(m => m.Key).Distinct(StringComparer.Ordinal)
                    .Count(key => key.StartsWith($"on-call|{alert.Number}/{crew.Ids[who]}|", StringComparison.Ordinal)));
            }
            return alert;
        }

        Task OkAsync(string number, string name) => story.Service<Core.Conversations.Inbound.Receive>().ReceiveAsync(
            new(Channel.Sms, name, OnCallCrew.Phones[0], "board", null, $"OK {number}", story.Now));
    }

    private static Task<ApiAnswer> SaysAsync(ReviewStory story, string text, string id) =>
        story.AskAsync(HttpMethod.Post, $"/sim/{Member}/sms", null, new JsonObject { ["text"] = text, ["id"] = id });
}
