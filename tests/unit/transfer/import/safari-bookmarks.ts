/** The same invented bookmarks of Safari twice, as Python's `plistlib` writes them: in binary, and in XML. */

const BINARY = [
  'YnBsaXN0MDDUAQIDBAVAQSFYQ2hpbGRyZW5VVGl0bGVfEBZXZWJCb29rbWFya0ZpbGVWZXJzaW9uXxAPV2ViQm9va21hcmtUeXBl',
  'owYMI9QCBwQICQkKC18QFVdlYkJvb2ttYXJrSWRlbnRpZmllcl8QD1dlYkJvb2ttYXJrVVVJRFdIaXN0b3J5XxAUV2ViQm9va21h',
  'cmtUeXBlUHJveHlRQdMBAgQNIiGiDhbTDxAEERQVXVVSSURpY3Rpb25hcnlZVVJMU3RyaW5n0RITVXRpdGxlbxAdAFQAaABlACAA',
  'aABhAHIAYgBvAHUAcgAgIBMAIABhACAAcwBoAG8AcgB0ACAAaABpAHMAdABvAHIAeV8QHWh0dHBzOi8vcGFwZXIuZXhhbXBsZS9o',
  'YXJib3VyXxATV2ViQm9va21hcmtUeXBlTGVhZtMBAgQXICGiGBzTDxAEGRsV0RIaWkViYiAmIGZsb3dfEBlodHRwczovL3BhcGVy',
  'LmV4YW1wbGUvZWJi0w8QBB0fFdESHl1BIGJvb2ttYXJrbGV0XxATamF2YXNjcmlwdDphbGVydCgxKV8QD1BvcnRzLCBub3J0aGVy',
  'bl8QE1dlYkJvb2ttYXJrVHlwZUxpc3RcQm9va21hcmtzQmFy1AEkAgQlPj8hXxAQU2hvdWxkT21pdEZyb21VSaImNtYnKA8QBCkq',
  'LzI0FTVbUmVhZGluZ0xpc3RfEBJSZWFkaW5nTGlzdE5vblN5bmNYaW1hZ2VVUkzSKywtLllEYXRlQWRkZWRbUHJldmlld1RleHQz',
  'QcW10ZAAAABfEBRXaGVuIHRoZSB3YXRlciBjb21lc9EwMV8QEm5ldmVyRmV0Y2hNZXRhZGF0YQjREjNbVGlkZSB0YWJsZXNfEBpo',
  'dHRwczovL3BhcGVyLmV4YW1wbGUvdGlkZV8QHmh0dHBzOi8vcGFwZXIuZXhhbXBsZS90aWRlLmpwZ9QnDxAENzs9FdIrODk6XkRh',
  'dGVMYXN0Vmlld2VkM0HFAxosgAAAM0HFFAuAAAAA0RI8ZQQbBD4ENAQ6BDBvEBsAaAB0AHQAcABzADoALwAvAHAAYQBwAGUAcgAu',
  'AGUAeABhAG0AcABsAGUALwQ7BD4ENAQ6BDAJXxAVY29tLmFwcGxlLlJlYWRpbmdMaXN0UBABAAgAEQAaACAAOQBLAE8AWABwAIIA',
  'igChAKMAqgCtALQAwgDMAM8A1QESATIBSAFPAVIBWQFcAWcBgwGKAY0BmwGxAcMB2QHmAe8CAgIFAhICHgIzAjwCQQJLAlcCYAJ3',
  'AnoCjwKQApMCnwK8At0C5gLrAvoDAwMMAw8DGgNTA1QDbANtAAAAAAAAAgEAAAAAAAAAQgAAAAAAAAAAAAAAAAAAA28=',
].join('');

export const safariBinary = (): Blob =>
  new Blob([Uint8Array.from(atob(BINARY), (mark) => mark.charCodeAt(0))]);

export const SAFARI_XML = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>Children</key>
	<array>
		<dict>
			<key>Title</key><string>History</string>
			<key>WebBookmarkIdentifier</key><string>History</string>
			<key>WebBookmarkType</key><string>WebBookmarkTypeProxy</string>
			<key>WebBookmarkUUID</key><string>A</string>
		</dict>
		<dict>
			<key>Children</key>
			<array>
				<dict>
					<key>URIDictionary</key>
					<dict>
						<key>title</key><string>The harbour – a short history</string>
					</dict>
					<key>URLString</key><string>https://paper.example/harbour</string>
					<key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string>
				</dict>
				<dict>
					<key>Children</key>
					<array>
						<dict>
							<key>URIDictionary</key>
							<dict>
								<key>title</key><string>Ebb &amp; flow</string>
							</dict>
							<key>URLString</key><string>https://paper.example/ebb</string>
							<key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string>
						</dict>
						<dict>
							<key>URIDictionary</key>
							<dict>
								<key>title</key><string>A bookmarklet</string>
							</dict>
							<key>URLString</key><string>javascript:alert(1)</string>
							<key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string>
						</dict>
					</array>
					<key>Title</key><string>Ports, northern</string>
					<key>WebBookmarkType</key><string>WebBookmarkTypeList</string>
				</dict>
			</array>
			<key>Title</key><string>BookmarksBar</string>
			<key>WebBookmarkType</key><string>WebBookmarkTypeList</string>
		</dict>
		<dict>
			<key>Children</key>
			<array>
				<dict>
					<key>ReadingList</key>
					<dict>
						<key>DateAdded</key><date>2024-02-01T10:00:00Z</date>
						<key>PreviewText</key><string>When the water comes</string>
					</dict>
					<key>ReadingListNonSync</key>
					<dict>
						<key>neverFetchMetadata</key>
						<false/>
					</dict>
					<key>URIDictionary</key>
					<dict>
						<key>title</key><string>Tide tables</string>
					</dict>
					<key>URLString</key><string>https://paper.example/tide</string>
					<key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string>
					<key>imageURL</key><string>https://paper.example/tide.jpg</string>
				</dict>
				<dict>
					<key>ReadingList</key>
					<dict>
						<key>DateAdded</key><date>2023-05-06T07:08:09Z</date>
						<key>DateLastViewed</key><date>2023-06-01T00:00:00Z</date>
					</dict>
					<key>URIDictionary</key>
					<dict>
						<key>title</key><string>Лодка</string>
					</dict>
					<key>URLString</key><string>https://paper.example/лодка</string>
					<key>WebBookmarkType</key><string>WebBookmarkTypeLeaf</string>
				</dict>
			</array>
			<key>ShouldOmitFromUI</key><true/>
			<key>Title</key><string>com.apple.ReadingList</string>
			<key>WebBookmarkType</key><string>WebBookmarkTypeList</string>
		</dict>
	</array>
	<key>Title</key><string></string>
	<key>WebBookmarkFileVersion</key><integer>1</integer>
	<key>WebBookmarkType</key><string>WebBookmarkTypeList</string>
</dict>
</plist>
`;
