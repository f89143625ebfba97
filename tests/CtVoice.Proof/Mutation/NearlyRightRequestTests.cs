using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CtVoice.Core.Subscriptions;
using CtVoice.Local.Tests.Access;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Proof.Mutation;

/// <summary>
/// Every operation, page, form and webhook gets requests that are nearly right, from somebody who may call: path, query, headers, fields
/// and bodies, those of providers rightly signed. Whatever is wrong with one is told: no fault of ours, no answer that does not come. By
/// default a sample, whose seed is printed and can be given (<c>CTVOICE_SEED</c>); with CTVOICE_LONG=1 all, many times over.
/// </summary>
public sealed class NearlyRightRequestTests(ITestOutputHelper output)
{
    // Every operation that reads JSON, and of the others and of forms one in so many, gets a request in the default run.
    private const int OneIn = 4;

    /// <summary>The longest that an answer may take, on a machine that does much else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("CTVOICE_SEED"), out var seed) ? seed : 20270111;

    private readonly Random random = new(Seed);
    private readonly SortedDictionary<int, int> statuses = [];
    private readonly List<string> faults = [];
    private (TimeSpan Took, string What) slowest;
    private int sent;

    [Fact]
    public async Task A_request_that_is_nearly_right_is_answered_by_every_operation_page_and_webhook()
    {
        await using var story = await AnsweringAsync();
        using var parts = new RequestParts(story);
        using var http = Browser(story);
        var requests = new NearRequests(story, parts, random);
        // Years pass in a nearly right instant.
        var all = All(story).Where(r => r.Name != "advanceClock").ToList();
        Assert.InRange(all.Count, 350, 2_000);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var round = LongRuns.Times(1, 60); round > 0; round--)
        {
            foreach (var route in all.Where(r => LongRuns.Wanted || r.Body.Json is not null || random.Next(OneIn) == 0))
            {
                await SendAsync(http, await requests.OfAsync(route), route);
                asked.Add(route.Name);
            }
        }
        Told(string.Create(CultureInfo.InvariantCulture, $"{asked.Count} of {all.Count} operations, pages, forms and webhooks"));
    }

    [Fact]
    public async Task Each_value_of_a_path_or_a_query_may_be_odd_by_itself()
    {
        await using var story = await AnsweringAsync();
        using var parts = new RequestParts(story);
        using var http = Browser(story);
        var requests = new NearRequests(story, parts, random);
        // Pages read less of a query than they are sent here.
        foreach (var route in All(story).Where(r => r.Access.Kind is not AccessKind.Webhook && r.Name != "advanceClock"))
        {
            var oneIn = (route.ForPeople ? 8 : 1) * (LongRuns.Wanted ? 1 : 100);
            await foreach (var request in requests.OddlyAsync(route, () => random.Next(oneIn) == 0))
                await SendAsync(http, request, route);
        }
        Told("paths and queries with one odd value");
    }

    [Fact]
    public async Task A_form_that_is_nearly_right_is_answered_to_everybody_whose_page_has_it()
    {
        await using var story = await AnsweringAsync();
        var forms = 0;
        foreach (var (role, agency) in new[] { (Role.Coordinator, null), (Role.Deputy, null), (Role.Auditor, null), (Role.Agency, "DSS") })
        {
            using var pages = await SitePages.OfAsync(story, role, agency);
            forms += pages.Forms.Count;
            for (var round = LongRuns.Times(1, 60); round > 0; round--)
            {
                foreach (var form in pages.Forms.Where(_ => LongRuns.Wanted || random.Next(OneIn) == 0))
                {
                    var changed = Changed(form);
                    var began = Stopwatch.GetTimestamp();
                    var (status, _) = await pages.SendAsync(form, changed);
                    Answered((int)status, began, $"{form.Action}#{form.Id} of {form.Page} by {role}: "
                        + NearRequests.Shown(string.Join("; ", changed.Select(c => $"{c.Name}={c.Value}"))));
                }
            }
        }
        Told(string.Create(CultureInfo.InvariantCulture, $"{forms} forms"));
    }

    [Theory]
    [InlineData("listViews", "api/views?month=9999-12")]
    [InlineData("summariseViews", "api/views/summary?day=9999-12-31")]
    [InlineData("countDays", "api/calendar?days=0")]
    [InlineData("readLetter", "api/letters/%C3%A9")]
    [InlineData("readPennedMessage", "api/holding-pen/sms%7C%C3%A9")]
    [InlineData("deskPen", "desk/pen?id=%C3%A9")]
    [InlineData("deskNewLetter", "desk/letters/new?member=%C3%A9")]
    [InlineData("deskNewLetter", "desk/letters/new?review=%00")]
    [InlineData("deskNewLetter", "desk/letters/new?member=%09")]
    [InlineData("deskLetter", "desk/letters/a%7Cb%23")]
    [InlineData("simMemberPage", "sim/%C3%A9")]
    public async Task What_met_a_fault_of_ours_once_does_so_no_more(string name, string path)
    {
        Assert.InRange((int)await AskedOnceAsync(name, HttpMethod.Get, path, null), 200, 499);
    }

    [Theory]
    [InlineData("checkLetter", """{"member":"m-\u00e9","texts":[]}""")]
    [InlineData("checkLetter", """{"member":"","texts":[]}""")]
    [InlineData("checkLetter", """{"review":"r/\t1","texts":[]}""")]
    [InlineData("writeLetter", """{"member":"m#01","texts":[]}""")]
    public async Task An_id_in_a_body_that_nobody_can_have_is_no_fault_of_ours(string name, string body)
    {
        Assert.InRange((int)await AskedOnceAsync(name, HttpMethod.Post, null, Encoding.UTF8.GetBytes(body)), 200, 499);
    }

    [Theory]
    [InlineData("receiveEmail",
        """{"id":"g","from":{"emailAddress":{"address":"a@b"}},"toRecipients":[],"body":{"content":"2*","contentType":"text"}}""")]
    [InlineData("receiveEmailEvents",
        """[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"*","status":"Bounced"}}]""")]
    public async Task A_byte_that_is_no_character_is_no_fault_of_ours(string name, string body)
    {
        byte[] broken = [.. Encoding.ASCII.GetBytes(body).Select(b => b == (byte)'*' ? (byte)0xFF : b)];
        Assert.InRange((int)await AskedOnceAsync(name, HttpMethod.Post, null, broken), 200, 299);
    }

    /// <summary>Asks one operation once, as somebody who may.</summary>
    /// <param name="name">The operation.</param>
    /// <param name="method">How it is asked.</param>
    /// <param name="path">Path and query; null for its own.</param>
    /// <param name="json">The body; null for none.</param>
    private async Task<HttpStatusCode> AskedOnceAsync(string name, HttpMethod method, string? path, byte[]? json)
    {
        await using var story = await ReviewStory.BeginAsync();
        using var parts = new RequestParts(story);
        using var http = Browser(story);
        var route = All(story).Single(r => r.Name == name);
        using var request = new HttpRequestMessage(method, new Uri(story.Url, "/" + (path ?? route.Template)));
        if (json is not null)
        {
            request.Content = new ByteArrayContent(json);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }
        await new NearRequests(story, parts, random).SignAsync(route, request);
        using var answer = await http.SendAsync(request);
        Assert.False(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, "The test may not ask.");
        return answer.StatusCode;
    }

    private void Told(string what)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{sent:N0} requests nearly right to {what}, seed {Seed}, slowest {slowest.Took.TotalMilliseconds:N0} ms ({slowest.What}): "
                + $"{string.Join(", ", statuses.Select(s => $"{s.Key} {s.Value:N0} times"))}"));
        Assert.True(faults.Count == 0, $"{faults.Count} faults of ours:\n{string.Join('\n', faults.Take(200))}");
        Assert.True(slowest.Took < Patience, $"{slowest.What} took {slowest.Took}.");
        Assert.InRange(sent, 10, int.MaxValue);
        Assert.InRange(statuses.GetValueOrDefault((int)HttpStatusCode.TooManyRequests), 0, sent / 4);
    }

    private async Task SendAsync(HttpClient http, HttpRequestMessage request, Operation route)
    {
        using (request)
        {
            var what = $"{route.Name}, {await NearRequests.ShownAsync(request)}";
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            _ = await answer.Content.ReadAsByteArrayAsync();
            Answered((int)answer.StatusCode, began, what);
        }
    }

    private void Answered(int status, long began, string what)
    {
        sent++;
        statuses[status] = statuses.GetValueOrDefault(status) + 1;
        if (Stopwatch.GetElapsedTime(began) is var took && took > slowest.Took)
            slowest = (took, what);
        // What is too much at once is told to come later.
        if (status >= 500 && status != (int)HttpStatusCode.ServiceUnavailable)
            faults.Add($"{status} to {what}");
    }

    /// <summary>One or two fields of a form with something else in them.</summary>
    private (string Name, string Value)[] Changed(FoundForm form)
    {
        var names = form.Fields.Select(f => f.Key).Concat(form.Typed).Where(n => n != PageSessions.FormTokenField).Distinct().ToList();
        return [.. names.Where(_ => random.Next(names.Count) < 2)
            .Select(n => (n, NearlyRight.Text(form.Fields.FirstOrDefault(f => f.Key == n).Value ?? "", random)))];
    }

    private static IReadOnlyList<Operation> All(ReviewStory story) => Operation.All(story.Service<EndpointDataSource>());

    /// <summary>A review whose report waits for an answer, and another one that is being prepared.</summary>
    private static async Task<ReviewStory> AnsweringAsync()
    {
        var story = await ReviewStory.AskedAsync(change: services => services
            .AddSingleton(new WebOptions { TrustedProxies = 1 }).AddSingleton<IEventSender, DeafSubscriber>());
        foreach (var member in (await story.StateAsync()).Panel!.Seats.Take(3))
            await story.SaysAsync(member.MemberId, "2 only if names are removed");
        await story.AdvanceToAsync((await story.StateAsync()).Window!.ClosesAt.AddHours(1));
        await story.CoordinatorAsync("replies/1/release", []);
        await story.AdvanceAsync(TimeSpan.FromDays(21));
        var answering = story.Id;
        await story.SubmitAsync(key: "prepared");
        story.Follow(answering);
        return story;
    }

    private static HttpClient Browser(ReviewStory story) => new(new SocketsHttpHandler
    { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
    { BaseAddress = story.Url, Timeout = Patience + Patience };
}
