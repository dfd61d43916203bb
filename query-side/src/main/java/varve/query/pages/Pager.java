package varve.query.pages;

import varve.query.Page;

/// The way through a long list.
///
/// @param address of the list with its query up to and including `page=`
public record Pager(Page page, long total, String address) {
    public long pages() {
        return Math.max(1, Math.ceilDiv(total, page.size()));
    }

    public boolean isNeeded() {
        return pages() > 1 || page.number() > 1;
    }

    public boolean hasPrevious() {
        return page.number() > 1;
    }

    public boolean hasNext() {
        return page.number() < pages();
    }

    public String previous() {
        return address + Math.min(page.number() - 1, pages());
    }

    public String next() {
        return address + (page.number() + 1);
    }
}
