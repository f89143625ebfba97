using CtVoice.Web.Desk;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Tests.Desk;

public sealed class PagedTests
{
    [Theory]
    [InlineData("", 1, "0 1 2")]
    [InlineData("?page=2", 2, "3 4 5")]
    [InlineData("?page=3", 3, "6")]
    [InlineData("?page=4", 3, "6")]
    [InlineData("?page=0", 1, "0 1 2")]
    [InlineData("?page=-1", 1, "0 1 2")]
    [InlineData("?page=many", 1, "0 1 2")]
    public void The_page_that_is_asked_for_is_shown_or_the_nearest_there_is(string query, int number, string items)
    {
        var paged = Of(query);
        Assert.Equal((number, 3, items), (paged.Number, paged.Last, string.Join(' ', paged.Items)));
    }

    [Fact]
    public void A_search_goes_along_from_page_to_page() =>
    Assert.Equal("/desk/reviews?q=a%26b&stage=all&page=", Of("?q=a%26b&page=2&stage=all").Address);

    [Fact]
    public void An_empty_list_has_one_empty_page()
    {
        var paged = Paged<int>.Of(new DefaultHttpContext(), [], 3);
        Assert.Equal((1, 1, 0), (paged.Number, paged.Last, paged.Items.Count));
    }

    private static Paged<int> Of(string query)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.QueryString) = ("/desk/reviews", new QueryString(query));
        return Paged<int>.Of(context, [.. Enumerable.Range(0, 7)], 3);
    }
}
