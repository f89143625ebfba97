using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>
/// What is stored outlives code: a data folder of each earlier release, with reviews in every stage, goes on under this
/// one, wherever its rows lie. A release adds its folder by record.sh.
/// </summary>
public abstract partial class CarryingOnContract
{
    public static TheoryData<string> Releases => [.. RecordedFolder.Releases];

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public async Task An_open_review_takes_replies_closes_and_reports(string release)
    {
        await using var folder = await OpenAsync(release);
        var open = await folder.ReviewAsync("Residents are asked");
        Assert.Equal("open", await folder.StageAsync(open));
        var before = await folder.GetAsync($"/api/reviews/{open}");
        var silent = await SilentAsync(folder, open);

        await folder.SayAsync(silent, "2 only with our consent");
        var replied = await folder.GetAsync($"/api/reviews/{open}");
        await folder.PassAsync("P21D");

        Assert.Equal(before["replied"]!.GetValue<int>() + 1, replied["replied"]!.GetValue<int>());
        Assert.Contains(
            (await folder.GetAsync($"/api/reviews/{open}/replies")).AsArray(),
            reply => reply!["memberId"]!.GetValue<string>() == silent
                && reply["words"]!.ToJsonString().Contains("only with our consent", StringComparison.Ordinal));
        Assert.Equal(open, (await folder.GetAsync($"/api/reviews/{open}/report"))["reviewId"]!.GetValue<string>());
        Assert.Equal((0, ""), Told(await folder.VerifyAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public async Task Staff_sign_in_with_their_key_and_their_forms_are_taken(string release)
    {
        await using var folder = await OpenAsync(release);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() })
        { BaseAddress = folder.Url };
        using var key = new FormUrlEncodedContent([new("key", folder.KeyOf("coordinator"))]);
        _ = await http.PostAsync("/sign-in", key);

        var page = await http.GetStringAsync("/");
        using var form = new FormUrlEncodedContent([new(Web.PageSessions.FormTokenField, Token().Match(page).Groups[1].Value)]);
        var signedOut = await http.PostAsync("/sign-out", form);

        Assert.Equal(System.Net.HttpStatusCode.SeeOther, signedOut.StatusCode);
        Assert.DoesNotContain("Sign out", await http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public async Task A_report_in_preview_goes_out(string release)
    {
        await using var folder = await OpenAsync(release);
        var preview = await folder.ReviewAsync("A report is in preview");
        Assert.Equal("preview", await folder.StageAsync(preview));

        await folder.PassAsync("P7D");

        Assert.NotNull((await folder.GetAsync($"/api/reviews/{preview}/report"))["sentAt"]);
        Assert.Equal((0, ""), Told(await folder.VerifyAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public async Task An_awaited_answer_is_taken_and_told_to_members(string release)
    {
        await using var folder = await OpenAsync(release);
        var answering = await folder.ReviewAsync("An answer is awaited");
        Assert.Equal("answering", await folder.StageAsync(answering));

        _ = await folder.PostAsync($"/api/reviews/{answering}/recommendations/1/answer", "DSS", new JsonObject
        {
            ["kind"] = "adopted",
            ["reason"] = "Names are not needed.",
            ["owner"] = "DSS data lead",
            ["dueOn"] = "2030-01-01",
            ["translator"] = "Marisol Vega",
            ["plainWords"] = new JsonObject { ["en"] = "We will take out all names.", ["es"] = "Vamos a quitar todos los nombres." },
        });
        await folder.PassAsync("P45D");

        Assert.Equal(1, (await folder.GetAsync($"/api/reviews/{answering}"))["answered"]!.GetValue<int>());
        Assert.Contains(
            "member-told", (await folder.GetAsync($"/api/reviews/{answering}/timeline")).AsArray()
                .Select(step => step!["type"]!.GetValue<string>()));
        Assert.Equal((0, ""), Told(await folder.VerifyAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public async Task Texts_that_waited_are_released_and_residents_are_asked(string release)
    {
        await using var folder = await OpenAsync(release);
        var preparing = await folder.ReviewAsync("Texts wait for release");
        var waiting = (await folder.GetAsync($"/api/reviews/{preparing}"))["textsWaiting"]!.AsArray();
        Assert.NotEmpty(waiting);

        foreach (var language in waiting)
            _ = await folder.PostAsync($"/api/reviews/{preparing}/texts/{language}/release", "coordinator", new JsonObject());
        await folder.PassAsync("P1D");

        Assert.Equal("open", await folder.StageAsync(preparing));
        Assert.True((await folder.GetAsync($"/api/reviews/{preparing}"))["asked"]!.GetValue<int>() > 0);
        Assert.Equal((0, ""), Told(await folder.VerifyAsync()));
    }

    /// <summary>Serves a copy of the folder.</summary>
    private protected abstract Task<RecordedFolder> OpenAsync(string release);

    private static (int ExitCode, string Error) Told(Harness.Typed verified) => (verified.ExitCode, verified.Error);

    // Somebody who can write back and has not been heard yet.
    private static async Task<string> SilentAsync(RecordedFolder folder, string review)
    {
        foreach (var seat in (await folder.GetAsync($"/api/reviews/{review}/panel"))["seats"]!.AsArray())
        {
            var member = seat!["memberId"]!.GetValue<string>();
            if (seat["standing"]!.GetValue<string>() != "answered" && (await folder.BoxesAsync(member)).Count > 0)
                return member;
        }
        throw new InvalidOperationException("Everybody on the panel has answered: record the folder again.");
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
