using CtVoice.Core.Reviews;
using CtVoice.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Register;

/// <summary>The register for people: plain HTML that needs no script.</summary>
internal static class RegisterPages
{
    internal static Page List(HttpRequest request, int year, RegisterPage page, string? agency, ReviewStage? state) => new("Public register", Html.Of($"""
        <h1>Public register</h1>
        <p class="lead">Every project that came to the Resident Advisory Board: what residents were asked, what they advised, and what the agency answered.</p>
        <form method="get" action="/register">
        <p><label for="year">Year received</label> <input id="year" name="year" type="number" min="2001" max="9998" value="{year}"></p>
        <p><label for="agency">Agency</label> <input id="agency" name="agency" value="{agency}" placeholder="DSS"></p>
        <p><label for="state">State</label> <select id="state" name="state"><option value="">All</option>{Enum.GetValues<ReviewStage>().Select(s => Option(s, s == state))}</select></p>
        <p><button>Show</button></p>
        </form>
        <div class="wide"><table>
        <caption>Projects received in {year}</caption>
        <thead><tr><th scope="col">Project</th><th scope="col">Agency</th><th scope="col">State</th><th scope="col">Residents who replied</th><th scope="col">Recommendations answered</th><th scope="col">Overdue</th></tr></thead>
        <tbody>
        {page.Reviews.Select(Row)}
        </tbody>
        </table></div>
        {(page.Unreadable is { } bad ? Html.Of($"<p>{RegisterWords.Unreadable}: {string.Join(", ", bad)}.</p>") : null)}
        {(page.Reviews.Count == 0 && page.Unreadable is null ? Html.Of($"<p>No project fits.</p>") : null)}
        {(page.Continuation is { } next ? Html.Of($"<p><a rel=\"next\" href=\"{Listing.NextOf(request, next)}\">Older projects</a></p>") : null)}
        <h2>The same as data</h2>
        <ul><li><a href="/api/register?year={year}">JSON</a></li><li><a href="/api/register.csv?year={year}">CSV</a></li><li><a href="/api/register.atom?year={year}">Atom feed</a></li><li><a href="/register/landscape?year={year}">Which data about whom are used</a></li></ul>
        """));

    internal static Page One(RegisterView review) => new(review.Title, Html.Of($"""
        <h1>{review.Title}</h1>
        <p class="lead">{RegisterWords.Of(review.Stage)} since {RegisterWords.Day(review.Since)}.</p>
        {(review.CancelReason is { } cancelled ? Html.Of($"<p>{cancelled}</p>") : null)}
        <table>
        <caption>At a glance</caption>
        <tbody>
        {Fact("Requested by", review.Agency)}
        {Fact("Received on", RegisterWords.Day(review.SubmittedOn))}
        {Fact("Data of", string.Join(", ", review.Agencies))}
        {Fact("About", string.Join(", ", review.Populations.Select(p => p.Name)))}
        {Fact("Replies were taken until", review.ClosesOn is { } closes ? RegisterWords.Day(closes) : null)}
        {Fact("More time was given because", review.ExtendedBecause)}
        {Fact("Residents asked", review.Asked)}
        {Fact("Residents who replied", review.Replied)}
        {Fact("Quorum", review.Quorum)}
        {Fact("Answers overdue", review.Overdue)}
        </tbody>
        </table>
        {(review.Need is { } need ? Html.Of($"<h2>Why residents are {(need.Outcome is ReviewNeed.NotRequired ? "not asked" : "asked")}</h2><ul>{need.Reasons.Select(r => Html.Of($"<li>{r}</li>"))}</ul>") : null)}
        {(review.TextsLateSince is { } late ? Html.Of($"<p>The texts for residents are late since {RegisterWords.Day(late)}.</p>") : null)}
        {(review.CarriedOver is { } carried ? Html.Of($"<p>The earlier advice was carried over. {carried}</p>") : null)}
        {(review.ReportedOn is { } reported ? Html.Of($"<h2>What residents advised</h2><p>Reported on {RegisterWords.Day(reported)}.</p>") : null)}
        {(RegisterWords.OfWords(review) is { } words ? Html.Of($"<p>{words}</p>") : null)}
        {review.Questions.Select(Question)}
        {(review.ResidentsNotAnswered ? Html.Of($"<p><strong>Residents: not answered.</strong> Asked whether the answers answered them, at least half of those who replied said no.</p>") : null)}
        {review.Recommendations.Select(Recommendation)}
        {(review.Edits is { } edits ? Html.Of($"<p>{RegisterWords.Of(edits)}</p>") : null)}
        {(review.ReadBack is { } readBack ? Html.Of($"<p>{RegisterWords.Of(readBack)}</p><ul>{readBack.Objections.Select(o => Html.Of($"<li>{o}</li>"))}</ul>") : null)}
        {(review.Quotes.Count > 0 ? Html.Of($"<h2>What residents said besides</h2>{review.Quotes.Select(q => Html.Of($"<blockquote><p>{q.Text}</p></blockquote>"))}") : null)}
        {(review.GoverningBoard is [.., var decided] ? Html.Of($"<h2>What the Data Governing Board decided</h2><p>{RegisterWords.Of(decided)}</p>") : null)}
        <h2>Steps</h2>
        <ol>{review.Steps.Select(s => Html.Of($"<li>{RegisterWords.Day(s.Day)}: {s.Type.Replace('-', ' ')} ({s.Role})</li>"))}</ol>
        <p><a href="/api/register/{review.Id}">The same as data</a>. <a href="/register">All projects</a>.</p>
        """));

    internal static Page Landscape(DataLandscape landscape) => new("Data landscape", Html.Of($"""
        <h1>Which data about whom are used</h1>
        <p class="lead">Whose data about which people are used by projects that came to the board in {landscape.Year}.</p>
        <div class="wide"><table>
        <caption>Projects of {landscape.Year} by agency and population</caption>
        <thead><tr><th scope="col">Data of</th><th scope="col">About</th><th scope="col">Projects</th></tr></thead>
        <tbody>
        {landscape.Uses.Select(use => Html.Of($"<tr><th scope=\"row\">{use.Agency}</th><td>{use.Population.Name}</td><td><ul>{use.Projects.Select(p => Html.Of($"<li><a href=\"/register/{p.Id}\">{p.Title}</a></li>"))}</ul></td></tr>"))}
        </tbody>
        </table></div>
        {(landscape.Uses.Count == 0 ? Html.Of($"<p>No project uses data yet.</p>") : null)}
        <p>The same as data: <a href="/api/register/landscape?year={landscape.Year}">JSON</a>, <a href="/api/register/landscape.csv?year={landscape.Year}">CSV</a>. <a href="/register?year={landscape.Year}">All projects</a>.</p>
        """));

    private static Html Option(ReviewStage stage, bool chosen) => chosen
        ? Html.Of($"<option value=\"{RegisterQuery.NameOf(stage)}\" selected>{RegisterWords.Of(stage)}</option>")
        : Html.Of($"<option value=\"{RegisterQuery.NameOf(stage)}\">{RegisterWords.Of(stage)}</option>");

    private static Html Row(RegisterLine line) => Html.Of(
        $"<tr><th scope=\"row\"><a href=\"/register/{line.Id}\">{line.Title}</a></th><td>{line.Agency}</td><td>{RegisterWords.Of(line.Stage)}{(line.Stage is ReviewStage.NotRequired or ReviewStage.Cancelled ? $": {line.Reason}" : "")}</td><td>{line.Replied} of {line.Asked}</td><td>{line.Answered} of {line.Recommendations}</td><td>{line.Overdue}</td></tr>");

    private static Html? Fact(string name, object? value) =>
        value is null or "" ? null : Html.Of($"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>");

    private static Html Question(Views.QuestionView question) => question.Tally.Count == 0 ? Html.Of($"<p>Question {question.Number}: {question.Text} ({question.Replies} residents answered)</p>") : Html.Of($"""
        <table>
        <caption>Question {question.Number}: {question.Text} ({question.Replies} residents answered)</caption>
        <tbody>{question.Tally.Select(t => Html.Of($"<tr><th scope=\"row\">{t.Text}</th><td>{(t.Count is { } count ? Html.Of($"{count}") : Html.Of($"{t.InWords}"))}</td></tr>"))}</tbody>
        </table>
        """);

    private static Html Recommendation(Views.RecommendationView r) => Html.Of($"""
        <section aria-labelledby="recommendation-{r.Number}">
        <h3 id="recommendation-{r.Number}">Recommendation {r.Number}, to {r.Addressee}{(r.Dissent ? ": what some residents say against the others" : "")}</h3>
        <p>{r.Text ?? "The text waits until a person has released it."}</p>
        <p>{RegisterWords.Of(r.ComesFrom, r.Against)}</p>
        {r.Extensions.Select(e => Html.Of($"<p>{r.Addressee} took more time, until {RegisterWords.Day(RegisterLine.Day(e.To))}: {e.Reason}</p>"))}
        {(r.AskedAgain is not null ? Html.Of($"<p>{r.Addressee} was asked once more.</p>") : null)}
        {(r.Answer is { } answer ? Answer(answer) : Html.Of($"<p>Answer due by {RegisterWords.Day(RegisterLine.Day(r.DueAt))}{(r.DaysOverdue is { } days ? Html.Of($": <strong>{days} days overdue</strong>") : null)}.</p>"))}
        </section>
        """);

    private static Html Answer(Views.AnswerView answer) => Html.Of($"""
        <p><strong>{RegisterWords.Of(answer.Kind)}</strong>{(answer.Late ? ", answered late" : "")}: {answer.PlainWords.GetValueOrDefault("en")}</p>
        <p>{answer.Reason}</p>
        {(answer.Commitment is { } promised ? Html.Of($"<p>{RegisterWords.Of(promised)}</p>") : null)}
        {(answer.Owner is { } owner ? Html.Of($"<p>Seen to by {owner}{(answer.DueOn is { } due ? $", by {RegisterWords.Day(due)}" : "")}.</p>") : null)}
        """);
}
